-- html.lua: how each element looks on a page of the web and, with fewer links, in an EPUB.
local anchor, places_of = require("crossref").anchor, require("figures").places
local M = {epub = false}

local function raw(text) return pandoc.RawBlock("html", text) end
local function inline(text) return pandoc.RawInline("html", text) end

function M.escape(text)
  return (text:gsub("[&<>\"]", {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;"}))
end

function M.link(content, id, target)
  return {pandoc.Link(content, M.epub and "#" .. anchor(id) or target, "", {class = "made"})}
end

function M.header(h)
  local number, further = h.attributes.number, h.attributes.further
  h.attributes.number, h.attributes.further = nil, nil
  local label = h.identifier
  h.identifier = anchor(label)
  if number then
    local text = h.level == 1 and (number:match("^%d") and "Chapter " or "Appendix ") .. number or number
    h.content = pandoc.List {pandoc.Span({pandoc.Str(text)}, {class = "number"}), pandoc.Space()} .. h.content
  end
  if further then h.content:extend {pandoc.Space(), pandoc.Span({pandoc.Str("further")}, {class = "level"})} end
  if not M.epub then
    local link = '<a class="permalink" href="#%s" title="%s" aria-label="Link to this section">#</a>'
    h.content:insert(inline(link:format(h.identifier, label)))
  end
  return h
end

-- The label stands small behind the words: a program's findings name it.
local function caption(word, number, content, id)
  local head = pandoc.List {pandoc.Strong {pandoc.Str(word .. "\u{a0}" .. number .. ".")}, pandoc.Space()}
  return pandoc.Plain(head .. content .. {pandoc.Space(), pandoc.Span({pandoc.Str(id)}, {class = "label"})})
end

local function beside(path) return "figures/" .. path:match("[^/]*$") end

-- places.js shows the further places of a window that moves.
local function places(path)
  local items = {}
  for i, place in ipairs(places_of(path)) do
    items[i] = ('<li data-picture="%s">%s</li>'):format(M.escape(beside(place[1])), M.escape(place[2]))
  end
  return #items > 0 and '<ol class="places" hidden>' .. table.concat(items) .. "</ol>" or ""
end

function M.figure(id, number, image, text)
  local further = M.epub and "" or places(image.src)
  image.attributes.short = nil
  if not M.epub then image.src = beside(image.src) end
  return {raw('<figure id="' .. anchor(id) .. '">'), pandoc.Plain {image}, raw(further .. "<figcaption>"),
          caption("Figure", number, text, id), raw("</figcaption></figure>")}
end

-- A number of the authors' run says so where one points at it.
function M.number(span)
  if M.epub then return nil end
  return pandoc.Span(span.content, {class = "num", title = "of the authors' run"})
end

-- A table that is wider than a telephone is moved in its box, not the page under it.
local function box(table_, label) return {raw('<div class="table"' .. label .. ' tabindex="0">'), table_, raw("</div>")} end

-- In the text of a page without a number: a table as it is.
function M.plain_table(table_) return box(table_, "") end

function M.table(id, number, table_)
  local long = table_.caption.long
  local text = pandoc.utils.blocks_to_inlines(long)
  table_.caption.long = {caption("Table", number, text, id)}
  return box(table_, ' id="' .. anchor(id) .. '"')
end

-- A figure space is as wide as a digit, a punctuation space as a point.
function M.blank(digits, with_point) return pandoc.Str((with_point and "\u{2008}" or "") .. ("\u{2007}"):rep(digits)) end

function M.equation(id, number, math)
  id = anchor(id)
  return {inline('<span class="equation" id="' .. id .. '">'), math,
          inline(('<a class="eqno" href="#%s">(%s)</a></span>'):format(id, number))}
end

-- MathML's ln is an operator: a browser sets it off from the word before it, too. And a comma that groups thousands
-- is one, with a space behind it, unless the number is a word. And a minus stands as far off as between two numbers,
-- unless it begins a group.
function M.math(x)
  x.text = x.text:gsub("%d[%d{},]*{,}%d%d%d", function(number) return "\\text{" .. number:gsub("[{}]", "") .. "}" end)
  x.text = x.text:gsub("\\ln%f[%A]%s*", "\\text{ln}\\,")
  x.text = x.text:gsub("([=<>]%s*)%-%s*(%d[%d.]*%f[^%d.^_])", "%1{-%2}"):gsub("([=<>]%s*)%-%s*(%a)%f[^%a^_]", "%1{-%2}")
  return x
end

local function place(a)
  local where = a.path .. (a.whole and ", " .. a.whole .. " lines" or ", lines " .. a.first .. "–" .. a.last)
  if M.epub then return pandoc.Span({pandoc.Str(where)}, {class = "place"}) end
  return pandoc.Link({pandoc.Str(where)}, "source/" .. a.path .. ".html#line-" .. a.first, "", {class = "made place"})
end

function M.listing(block)
  local a, id = block.attributes, block.identifier
  if not a.path and not a.number then return nil end
  local name, head = pandoc.List {}, pandoc.List {}
  if a.number then name:extend {pandoc.Strong {pandoc.Str("Listing\u{a0}" .. a.number .. ".")}, pandoc.Space()} end
  if a.caption then name:extend(pandoc.utils.blocks_to_inlines(pandoc.read(a.caption, "markdown").blocks)) end
  for place in (a.indexed or ""):gmatch("(%S+)=") do name:insert(pandoc.Span({}, {id = anchor(place)})) end
  if #name > 0 then head:extend {pandoc.Span(name), pandoc.Space()} end
  if a.path then head:insert(place(a)) end
  local open = '<figure class="listing' .. (a.whole and " named" or "") .. '"' .. (id ~= "" and ' id="' .. anchor(id) .. '"' or "") .. ">"
  if a.whole then return {raw(open .. "<figcaption>"), pandoc.Plain(head), raw("</figcaption></figure>")} end
  return {raw(open .. "<figcaption>"), pandoc.Plain(head), raw("</figcaption>"),
          pandoc.CodeBlock(block.text, {class = block.classes[1] or "c"}), raw("</figure>")}
end

-- The list stays one of words and meanings; the style sets it in two columns.
function M.bring(list) return {raw('<div class="bring">'), list, raw("</div>")} end

function M.box(kind, title, content)
  local lang = kind == "korean" and ' lang="ko"' or ""
  local open, close = '<section class="box %s"%s><p class="box-title">%s</p>', "</section>"
  if kind == "answer" then open, close = '<details class="%s"%s><summary>%s</summary>', "</details>" end
  return pandoc.List {raw(open:format(kind, lang, M.escape(title)))} .. pandoc.List(content) .. {raw(close)}
end

function M.indexed(span, _, is_term)
  local tag = is_term and "dfn" or "span"
  return pandoc.List {inline(("<%s id=\"%s\">"):format(tag, anchor(span.identifier)))} .. span.content .. {inline("</" .. tag .. ">")}
end

function M.index_end() return {} end

function M.korean(text) return pandoc.Span({pandoc.Str(text)}, {lang = "ko"}) end

function M.exercise(id, title, content)
  local open = '<section class="exercise" id="%s"><p class="box-title">%s</p>'
  return pandoc.List {raw(open:format(anchor(id), M.escape(title)))} .. pandoc.List(content) .. {raw("</section>")}
end

-- A browser would end a line behind the hyphens of an option.
local function options_whole(text)
  return (M.escape(text):gsub("%-%-%a[%w-]*", '<span class="unbroken">%0</span>'))
end

-- The name of a file of which there is a copy leads to it: `digit.c` on the page of its chapter, others by their path.
function M.code(x, copies)
  local path = copies[x.text]
  if path and not M.epub then return pandoc.Link({x}, "source/" .. path .. ".html", "", {class = "made"}) end
  if x.text:find("--", 1, true) then return inline("<code>" .. options_whole(x.text) .. "</code>") end
end

-- Nor does a line end between a short formula and the comma behind it.
function M.inlines(list)
  local out = pandoc.List {}
  for _, x in ipairs(list) do
    local formula = out[#out]
    local mark, rest = (x.t == "Str" and x.text or ""):match("^([,.;:!?)]+)(.*)$")
    if mark and formula and formula.t == "Math" and formula.mathtype == "InlineMath" and #formula.text < 30 then
      out[#out] = pandoc.Span({formula, pandoc.Str(mark)}, {class = "unbroken"})
      if rest ~= "" then out:insert(pandoc.Str(rest)) end
    else
      out:insert(x)
    end
  end
  return out
end

-- entries: {name, kind, id, page, order, title}; one line a word, its places behind it. Korean letters come last.
function M.index(entries)
  local items, last = {}, nil
  table.sort(entries, function(a, b) return (a.name:lower() .. a.order) < (b.name:lower() .. b.order) end)
  for _, e in ipairs(entries) do
    if e.name ~= last then
      items[#items + 1] = pandoc.List {e.kind == "code" and pandoc.Code(e.name) or e.kind == "korean" and M.korean(e.name) or pandoc.Str(e.name)}
      last = e.name
    end
    local line = items[#items]
    line:extend {pandoc.Str(","), pandoc.Space()}
    line:extend(M.link({pandoc.Str(e.title)}, e.id, e.page .. ".html#" .. anchor(e.id)))
  end
  local blocks = {}
  for i, line in ipairs(items) do blocks[i] = {pandoc.Plain(line)} end
  return #blocks > 0 and pandoc.BulletList(blocks) or {}
end

return M
