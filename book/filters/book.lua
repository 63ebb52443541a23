-- book.lua: the one filter that pandoc is given. It is called for each page in one of four forms: scan
-- (look at the page, write what others must know of it), html, latex, epub.
--
--     pandoc notes.md -L book/filters/book.lua -M page=ch07-cnn -M form=scan -M out=FILE …
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path

local fault, files = require "fault", require "files"
local results, listings, prose = require "results", require "listings", require "prose"
local labels, crossref, glossary = require "labels", require "crossref", require "glossary"
local boxes, exercises, minutes = require "boxes", require "exercises", require "minutes"
local scan, nav, figures = require "scan", require "nav", require "figures"
local lines, headings, tables, fences = require "lines", require "headings", require "tables", require "fences"
local marks, raw, math, sections = require "marks", require "raw", require "math_check", require "sections"
local claims, answers, front = require "claims", require "answers", require "front"

local meta = {}

local function read_meta(doc)
  for _, key in ipairs {"page", "form", "out", "scans", "results", "glossary"} do
    meta[key] = doc.meta[key] and pandoc.utils.stringify(doc.meta[key]) or ""
    doc.meta[key] = nil
  end
  meta.list = {}
  for path in meta.scans:gmatch("%S+") do table.insert(meta.list, path) end
  fault.page = meta.page
  if meta.results ~= "" then results.folder = meta.results end
  results.page, claims.page, answers.page = meta.page, meta.page, meta.page
  glossary.load(meta.glossary)
end

-- The page as its author typed it, without the exercises, whose numbers are what their authors chose. Where
-- fences or the title are wrong, nothing else can be judged.
local function check(doc)
  lines.check(PANDOC_STATE.input_files[1])
  headings.check_title(doc)
  fault.stop()
  headings.check(doc)
  sections.each(doc, function(section)
    for _, part in ipairs {raw, boxes, tables, fences, marks, prose, math} do part.check(section) end
  end)
end

-- What every form needs: the program's lines, the run's numbers, the order of things.
local function fill(doc)
  doc = sections.each(doc, function(section, label)
    return glossary.collect(listings.fill(claims.fill(results.fill(exercises.pull(section)))), meta.page, label)
  end)
  return labels.number(doc)
end

local function write_scan()
  local sum = minutes.count(labels, exercises.core_minutes)
  fault.stop()
  files.write(meta.out, scan.text(meta.page, labels, listings, glossary, figures.pictures, sum))
  return pandoc.Pandoc({})
end

-- The words that a page lists, and where each word of the book is defined.
local function lists(doc, form)
  local names, places, entries, order = {}, {}, {}, 0
  for _, page in ipairs(nav.pages) do
    for _, e in ipairs(page.index or {}) do
      order = order + 1
      local function add(name, kind)
        entries[#entries + 1] = {name = name, kind = kind, id = e.id, page = page.name, order = ("%06d"):format(order), title = e.place}
      end
      add(e.name, e.kind)
      local word = e.kind == "term" and glossary.words[e.name]
      if word and word.korean ~= e.name then add(word.korean .. " (" .. e.name .. ")", "korean") end
    end
    for _, term in ipairs(page.terms or {}) do
      for _, e in ipairs(page.index) do
        if e.name == term and not places[term] then
          places[term] = form.link({pandoc.Str("(" .. e.place .. ")")}, e.id, page.name .. ".html#" .. crossref.anchor(e.id))
        end
      end
    end
  end
  for name in pairs(glossary.words) do names[#names + 1] = name end
  local own = #glossary.terms > 0 and glossary.terms
  doc = glossary.list(doc, form, own or names, places, not own)
  return glossary.list_index(doc, form, entries)
end

-- A figure, a table, a listing, an equation, each as the form has it.
local function elements(doc, form)
  local copies = nav.files_of(meta.page)
  return doc:walk {
    Code = form.code and function(x) return form.code(x, copies) end,
    Header = form.header,
    Table = function(x) return tables.set(x, form) end,
    CodeBlock = form.listing,
    Math = form.math,
    Inlines = form.inlines,
    Span = function(x)
      if x.classes:includes("equation") then return form.equation(x.identifier, x.attributes.number, x.content[1]) end
      if x.classes:includes("minutes") then return pandoc.Str(nav.minutes(x.attributes.of, x.attributes.part)) end
      if x.classes:includes("claim") then return claims.write(x) end
      if x.classes:includes("num") then return form.number and results.authors() and form.number(x) or x.content end
      if x.classes:includes("given") then return x.content end
    end,
    Div = function(x)
      if x.classes:includes("figure") then
        return form.figure(x.identifier, x.attributes.number, x.content[1].content[1], x.content[2].content)
      elseif x.identifier:match("^tab:") then return form.table(x.identifier, x.attributes.number, x.content[1]) end
    end,
  }
end

local function web_page(doc)
  local before, after = nav.neighbours(meta.page)
  local function raw(text) return pandoc.MetaBlocks {pandoc.RawBlock("html", text)} end
  doc.meta.contents = raw(nav.contents(meta.page))
  if before then doc.meta.before, doc.meta.before_title = before.name, before.title end
  if after then doc.meta.after, doc.meta.after_title = after.name, after.title end
  local title = labels.sections[1] and labels.sections[1].title
  doc.meta.pagetitle = title or doc.meta.title
  doc.meta.stale = results.stale()
  local about = results.authors()
  if about then doc.meta.authors, doc.meta.about = true, about ~= "" and about end
  return doc
end

-- Title, a picture of a run, which state of the book this is, the chapters' pictures, and all contents.
local function front_page(doc)
  local function say(key) return doc.meta[key] and pandoc.utils.stringify(doc.meta[key]) end
  doc.blocks = {pandoc.RawBlock("html", front.page(say, nav.chapters(), nav.contents("index"), nav.page("errata")))}
  return web_page(doc)
end

local function render(doc, form)
  doc = sections.each(doc, function(section) return crossref.resolve(section, meta.page, form.link) end)
  doc = answers.name(doc)
  if form.answer then doc = sections.each(doc, function(section) return answers.move(section, form) end) end
  doc = lists(doc, form)
  doc = elements(doc, form)
  doc = glossary.write(doc, form)
  doc = boxes.write(exercises.write(doc, form), form)
  fault.stop()
  return doc
end

return {{Pandoc = function(doc)
  read_meta(doc)
  crossref.load(meta.list)
  nav.load(meta.list)
  if meta.form == "front" then return front_page(doc) end
  doc = figures.as_paragraph(doc)
  if meta.form == "scan" then check(doc) end
  doc = fill(doc)
  if meta.form == "scan" then return write_scan() end
  local form = require(meta.form)
  doc = render(doc, form)
  doc.meta.prefix = meta.page
  if meta.form == "latex" then doc.meta.paper = true end
  return meta.form == "html" and web_page(doc) or doc
end}}
