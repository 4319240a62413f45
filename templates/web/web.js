/* What the pages do beyond what they say.  Every page reads without it; only the search asks for it. */
(function () {
  "use strict";
  var root = document.documentElement, up = document.body.dataset.up;
  var narrow = matchMedia("(max-width: 55.99rem)"), middle = matchMedia("(max-width: 79.99rem)");
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }
  function one(selector, within) { return (within || document).querySelector(selector); }
  function make(tag, words) { var made = document.createElement(tag); made.textContent = words; return made; }

  /* Light and dark: the reader's choice, else the system's. */
  var theme = one(".theme"), dark = matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches; }
  function showTheme() { theme.setAttribute("aria-pressed", String(isDark())); }
  theme.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { /* a folder on a disk may keep nothing */ }
    showTheme();
  });
  dark.addEventListener("change", showTheme);
  showTheme();

  /* What is told to the reader, by eye and by ear, goes away by itself. */
  var told = one(".told-reader"), timer;
  function tell(words) {
    told.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(function () { told.textContent = ""; }, 6000);
  }

  /* Notes and contents over the page: opened by their links, closed by Escape or by the link back, the focus where it was. */
  var opened = null, opener = null;
  function open(what, by) {
    close(false);
    opened = what; opener = by;
    what.classList.add("open");
    what.tabIndex = -1;
    what.focus({preventScroll: true});
  }
  function close(back) {
    if (!opened) { return; }
    opened.classList.remove("open");
    if (back !== false && opener) { opener.focus({preventScroll: true}); }
    opened = opener = null;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link) { if (opened && !opened.contains(event.target)) { close(false); } return; }
    if (event.metaKey || event.ctrlKey || event.shiftKey) { return; }
    if (link.classList.contains("call") && narrow.matches) {
      var note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (note && note.classList.contains("sidenote")) { event.preventDefault(); open(note, link); }
    } else if (link.classList.contains("menu")) {
      event.preventDefault();
      open(document.getElementById("contents-menu"), link);
    } else if (opened && (link.classList.contains("mk") || link.closest(".close"))) {
      event.preventDefault();
      close();
    } else if (link.classList.contains("pn")) { cite(link); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    if (opened) { close(); } else if (narrow.matches || middle.matches) {
      var shown = one(".sidenote:target, .menu-side:target");
      if (shown) { location.hash = shown.classList.contains("sidenote") ? one(".mk", shown).hash : "main"; }
    }
  });

  /* A paragraph's number is its link; with it comes the citation. */
  function cite(link) {
    var address = location.href.split("#")[0] + link.hash;
    var words = document.body.dataset.cite + ", " + link.textContent.replace(/\s+/g, "\u202f") + ", " + address;
    if (!navigator.clipboard) { tell(words); return; }
    navigator.clipboard.writeText(words).then(function () { tell("Copied: " + words); }, function () { tell(words); });
  }

  /* Registers are sorted by a column; the first has the order in which they are filed. */
  var compare = new Intl.Collator(document.documentElement.lang, {numeric: true}).compare;
  function sortKey(row, at) {
    var cell = row.cells[at];
    if (!cell) { return ""; }
    var copy = cell.cloneNode(true);
    all(".fn, .call", copy).forEach(function (each) { each.remove(); });
    var words = copy.textContent.trim();
    return /^[\d,]+$/.test(words) ? Number(words.replace(/,/g, "")) : words;
  }
  all("table.reg, table.figures").forEach(function (table) {
    var body = table.tBodies[0], heads = table.tHead ? Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells) : [];
    if (table.tBodies.length !== 1 || body.rows.length < 2) { return; }
    var filed = Array.from(body.rows);
    if (filed.some(function (row) { return row.cells.length !== heads.length; })) { return; }
    heads.forEach(function (head, at) {
      var button = make("button", head.textContent);
      button.type = "button";
      head.textContent = "";
      head.append(button);
      if (!at) { head.setAttribute("aria-sort", "ascending"); }
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var rows = filed.slice();
        if (at) {
          rows.sort(function (a, b) {
            var x = sortKey(a, at), y = sortKey(b, at);
            return typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y));
          });
        }
        if (down) { rows.reverse(); }
        body.append.apply(body, rows);
      });
    });
  });

  /* Words as they are typed without marks (press.publish.web.variants). */
  var letters = {"ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"};
  function plain(words) {
    return words.replace(/İ/g, "i").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[ıəłøđðþßæœ]/g, function (one) { return letters[one]; });
  }

  /* The chronology, by year, place and words. */
  all("form.filter").forEach(function (form) {
    var rows = all("tr[data-years]"), count = one("output", form);
    function apply() {
      var year = form.year.value, place = form.place.value, words = plain(form.text.value.trim()), shown = 0;
      rows.forEach(function (row) {
        var span = row.dataset.years.split(" ").map(Number), first = span[0], last = span[span.length - 1];
        var fits = (!year || (first <= year && year <= last)) && (!place || row.dataset.place === place) && (!words || plain(row.textContent).includes(words));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      all("table.chron").forEach(function (table) { table.hidden = all("tr[data-years]", table).every(function (row) { return row.hidden; }); });
      count.textContent = year || place || words ? shown + " of " + rows.length + " lines" : "";
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
  });

  /* Search: the index is fetched from beside the page, and from nowhere else. */
  var ask = one("form.ask");
  if (ask) {
    var hits = one(".hits"), count = one(".count"), more = one(".more button"), kinds = one(".kinds");
    var field = ask.q, kind = "", found = [], shown = 0, asked = 0;
    field.value = new URLSearchParams(location.search).get("q") || "";
    var kindOf = {};
    function fetched(name) { return fetch(up + "/search/" + name).then(function (answer) { return answer.json(); }); }
    var index = import(new URL(up + "/search/pagefind.js", location.href).href).then(function (search) {
      return Promise.all([fetched("variants.json"), fetched("kinds.json"), search.options({baseUrl: "/", excerptLength: 28})]).then(function (all) {
        Object.keys(all[1]).forEach(function (name) { all[1][name].forEach(function (id) { kindOf[id] = name; }); });
        return function (words) { return ways(words, all[0]).map(function (way) { return search.search(way); }); };
      });
    });
    /* Every way in which what was typed is written in the book; eight at most. */
    function ways(words, typed) {
      return words.split(/(\p{L}+)/u).reduce(function (found, part) {
        var known = Object.hasOwn(typed, plain(part)) ? typed[plain(part)] : [];
        var forms = [part].concat(known.filter(function (one) { return one !== part.toLowerCase(); }));
        return [].concat.apply([], found.map(function (way) { return forms.map(function (form) { return way + form; }); })).slice(0, 8);
      }, [""]);
    }
    /* The hits of every way as one list, the best first. */
    function united(results) {
      var hits = new Map();
      results.forEach(function (result) {
        result.results.forEach(function (hit) { if (!hits.has(hit.id) || hits.get(hit.id).score < hit.score) { hits.set(hit.id, hit); } });
      });
      return Array.from(hits.values()).sort(function (a, b) { return b.score - a.score; });
    }
    index.catch(function () { count.textContent = "The search needs the pages to come from a server: on a disk, run build.py serve, or use the indexes."; });
    function show(to) {
      var asking = asked;
      return Promise.all(found.slice(shown, to).map(function (hit) { return hit.data(); })).then(function (data) {
        if (asking !== asked) { return; }
        data.forEach(function (hit) {
          var item = document.createElement("li"), link = make("a", hit.meta.title), words = document.createElement("p");
          link.href = up + "/" + hit.raw_url.replace(/^\//, "");
          words.innerHTML = hit.excerpt;
          item.append(link, words);
          var what = make("span", hit.meta.kind);
          what.className = "what";
          item.prepend(what);
          hits.append(item);
        });
        shown = to;
        more.hidden = shown >= found.length;
      });
    }
    function run() {
      var words = field.value.trim();
      asked += 1;
      var asking = asked;
      if (!words) { hits.textContent = count.textContent = kinds.textContent = ""; more.hidden = true; return Promise.resolve(); }
      return index.then(function (search) { return Promise.all(search(words)); }).then(function (results) {
        if (asking !== asked) { return; }
        var every = united(results);
        found = every.filter(function (hit) { return !kind || kindOf[hit.id] === kind; });
        shown = 0; hits.textContent = "";
        showKinds(every);
        return show(20).then(function () {
          if (asking === asked) { count.textContent = found.length === 1 ? "1 passage" : found.length + " passages"; }
        });
      });
    }
    function showKinds(every) {
      var counts = {};
      every.forEach(function (hit) { counts[kindOf[hit.id]] = (counts[kindOf[hit.id]] || 0) + 1; });
      if (kind) { counts[kind] = counts[kind] || 0; }
      var focused = kinds.contains(document.activeElement);
      kinds.textContent = "";
      [""].concat(Object.keys(counts).sort()).forEach(function (name) {
        var button = make("button", name ? name + " " + counts[name] : "Everything " + every.length);
        button.type = "button";
        button.setAttribute("aria-pressed", String(name === kind));
        button.addEventListener("click", function () { kind = name; run(); });
        kinds.append(button);
        if (focused && name === kind) { button.focus(); }
      });
    }
    more.addEventListener("click", function () { show(shown + 20); });
    ask.addEventListener("submit", function (event) {
      event.preventDefault();
      try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (e) { /* a page on a disk */ }
      run();
    });
    run();
  }
})();
