"""The press: the stages that turn an editor's files into a printed reference book."""
