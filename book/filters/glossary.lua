-- glossary.lua: the words of the book. [receptive field]{.term} stands where a word is defined, and needs
-- its line in glossary.tsv (English, Korean, meaning); [padding]{.index} leads the index to a place.
-- ::: glossary lists a chapter's words, on the glossary's own page all of them; ::: index lists the index.
local fault, files = require "fault", require "files"
local M = {terms = {}, index = {}, words = {}}

function M.load(path)
  for i, row in ipairs(files.rows(path) or {}) do
    if i > 1 and row[1] ~= "" then M.words[row[1]] = {korean = row[2] or "", meaning = row[3] or ""} end
  end
end

-- Once for the whole book: places leads from a word to the page that defines it.
function M.check(path, places)
  local seen = {}
  for i, row in ipairs(files.rows(path) or {}) do
    local name, word = row[1], row[2] or ""
    if i > 1 and name ~= "" then
      if seen[name] then fault.say("%s:%d: %s stands twice", path, i, name) end
      if word == "" or (row[3] or "") == "" then fault.say("%s:%d: %s needs a Korean word and a meaning", path, i, name) end
      if not places[name] then fault.say("%s:%d: no page defines %s", path, i, name) end
      seen[name] = true
    end
  end
end

local function key(span) return span.attributes.key or pandoc.utils.stringify(span.content) end

local function remember(name, kind, page, section)
  M.index[#M.index + 1] = {name = name, kind = kind, section = section}
  return "ix:" .. page .. "-" .. #M.index
end

-- "Padding" is about padding, and "Pooling" about max pooling.
local function is_about(title, name)
  title, name = title:lower(), name:lower()
  return title ~= "" and (title:find(name, 1, true) or name:find(title, 1, true)) and true or false
end

-- Gives each marked word, and each name that a listing defines, an anchor of its own, and remembers the section in
-- which it stands. Behind a section that is about a word stands a mark of its end.
function M.collect(doc, page, section)
  local first = doc.blocks[1]
  local title = first and first.t == "Header" and pandoc.utils.stringify(first.content) or ""
  local through = {}
  doc = doc:walk {
    Span = function(span)
      local term, index = span.classes:includes("term"), span.classes:includes("index")
      if not term and not index then return nil end
      local name = key(span)
      span.identifier = remember(name, term and "term" or "word", page, section)
      span.attributes.key = name
      if not term then return span end
      M.terms[#M.terms + 1] = name
      if not M.words[name] then fault.say("the glossary does not know the word %s", name) end
      if is_about(title, name) then
        span.attributes.through = "yes"
        through[#through + 1] = pandoc.Span({}, {class = "index-end", key = name})
      end
      return span
    end,
    CodeBlock = function(block)
      local places = {}
      for name in (block.attributes.defines or ""):gmatch("%S+") do
        places[#places + 1] = remember(name, "code", page, section) .. "=" .. name
      end
      block.attributes.defines = nil
      if #places > 0 then block.attributes.indexed = table.concat(places, " ") end
      return block
    end,
  }
  if #through > 0 then doc.blocks:insert(pandoc.Plain(through)) end
  return doc
end

function M.write(doc, form)
  return doc:walk {Span = function(span)
    if span.classes:includes("index-end") then return form.index_end(span.attributes.key) end
    if not span.identifier:match("^ix:") then return nil end
    local name, is_term = span.attributes.key, span.classes:includes("term")
    return form.indexed(span, name, is_term, is_term and M.words[name] and M.words[name].korean)
  end}
end

-- The anchor of a word on the glossary's own page.
function M.anchor(name) return "word-" .. name:lower():gsub("[^%w]+", "-") end

local function entry(name, form, place, with_anchor)
  local word, head = M.words[name], pandoc.Strong {pandoc.Str(name)}
  if with_anchor then head = pandoc.Span({head}, {id = M.anchor(name)}) end
  local line = pandoc.List {head, pandoc.Space(), form.korean(word.korean),
                            pandoc.Str(":"), pandoc.Space()}
  line:extend(pandoc.utils.blocks_to_inlines(pandoc.read(word.meaning, "markdown").blocks))
  if place then
    line:insert(pandoc.Space())
    line:extend(place)
  end
  return {pandoc.Plain(line)}
end

-- places: from a word to the link that shows where it is defined. Only the glossary's own page has anchors.
function M.list(doc, form, names, places, with_anchors)
  return doc:walk {Div = function(div)
    if not div.classes:includes("glossary") then return nil end
    local items = {}
    table.sort(names, function(a, b) return a:lower() < b:lower() end)
    for _, name in ipairs(names) do
      if M.words[name] then items[#items + 1] = entry(name, form, places[name], with_anchors) end
    end
    return #items > 0 and pandoc.BulletList(items) or {}
  end}
end

-- entries: {name, link} in any order; the links of one name stand in one line.
function M.list_index(doc, form, entries)
  return doc:walk {Div = function(div)
    if not div.classes:includes("index") then return nil end
    return form.index(entries)
  end}
end

return M
