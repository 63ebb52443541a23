-- latex.lua: how each element is set on paper. Numbers come from labels.lua, never from TeX's counters.
local anchor, figures = require("crossref").anchor, require "figures"
local M = {}

local function raw(text) return pandoc.RawBlock("latex", text) end
local function inline(text) return pandoc.RawInline("latex", text) end
M.escape = function(text)
  text = text:gsub("[\\{}#%%&_$~^]", {["\\"] = "\\textbackslash{}", ["~"] = "\\textasciitilde{}", ["^"] = "\\textasciicircum{}",
    ["{"] = "\\{", ["}"] = "\\}", ["#"] = "\\#", ["%"] = "\\%", ["&"] = "\\&", ["_"] = "\\_", ["$"] = "\\$"})
  return text
end

-- A file's name may break after each slash.
local function breakable(path) return (M.escape(path):gsub("/", "/\\allowbreak{}")) end

-- Protected, because headings and captions are written twice.
function M.link(content, id)
  return pandoc.List {inline("\\protect\\hyperlink{" .. anchor(id) .. "}{")} .. pandoc.List(content) .. {inline("}")}
end

-- KOMA-Script's own commands put an unnumbered heading into the contents and the running head. The index
-- brings a heading of its own.
local function unnumbered(h)
  local target = "\\hypertarget{" .. h.identifier .. "}{"
  local command, mark = ({"\\addchap{", "\\addsec{"})[h.level], ({"markboth", "markright"})[h.level]
  if h.identifier == "sec-word-index" then return pandoc.Plain {inline(target .. "}")} end
  if not command then h.classes = {"unnumbered"} return h end
  -- Of itself the running head of a right page stays empty, or what it was.
  return pandoc.Plain(pandoc.List {inline(target .. command)} .. h.content .. {inline("}}\\" .. mark .. "{")} .. h.content ..
    (h.level == 1 and pandoc.List {inline("}{")} .. h.content or pandoc.List()) .. {inline("}")})
end

function M.header(h)
  local number, further = h.attributes.number, h.attributes.further
  h.attributes.number, h.attributes.further = nil, nil
  h.identifier = anchor(h.identifier)
  if further then h.content:insert(inline("\\further{}")) end
  if not number then return unnumbered(h) end
  local counter = ({"chapter", "section", "subsection", "subsubsection"})[h.level]
  return {raw("\\renewcommand{\\the" .. counter .. "}{" .. number .. "}"), h}
end

function M.figure(id, number, image, text)
  local short = figures.short(image, text)
  image.src = image.src:gsub("%.svg$", ".pdf")
  local open = "\\begin{figure}[!htbp]\\centering\\renewcommand{\\thefigure}{%s}\\hypertarget{%s}{\\includegraphics{%s}}\\caption["
  local content = pandoc.List {inline(open:format(number, anchor(id), image.src))} .. short .. {inline("]{")} .. pandoc.List(text) ..
    {inline("}\\labelname{" .. M.escape(id) .. "}\\end{figure}")}
  return pandoc.Plain(content)
end

-- The lines that a table takes: where columns have widths, a row may need two.
local function height(table_)
  local simple = pandoc.utils.to_simple_table(table_)
  local wraps = simple.widths[1] and simple.widths[1] > 0
  return math.min((wraps and 2 or 1) * #simple.rows + 5, 25)
end

function M.table(id, number, table_)
  return {raw("\\tablespace{" .. height(table_) .. "}\\renewcommand{\\thetable}{" .. number .. "}\\hypertarget{" .. anchor(id) .. "}{}"), table_}
end

function M.blank(digits, with_point) return inline("\\phantom{" .. (with_point and "." or "") .. ("0"):rep(digits) .. "}") end

function M.equation(id, number, math)
  local form = "\\begin{equation}\\hypertarget{%s}{}%s\\tag{%s}\\end{equation}"
  return {inline(form:format(anchor(id), math.text, number))}
end

local function index(key, shown, way)
  local function quoted(text) return (M.escape(text):gsub("[!@|\"]", "\"%0")) end
  return "\\index{" .. quoted(key) .. (shown and "@" .. shown(quoted) or "") .. (way or "") .. "}"
end

-- Korean words come behind all others; a name of C is sorted as if it had no underscores.
local function index_code(name)
  return index((name:gsub("_", "")), function(quoted) return "\\texttt{" .. quoted(name) .. "}" end)
end
local function index_korean(name, korean)
  return index("zzz" .. korean, function(quoted) return quoted(korean .. " (" .. name .. ")") end)
end

-- A whole file is named; its lines are for a screen.
local function whole_file(a, id)
  local line = pandoc.List {inline("\\vspace{-0.8\\parskip}\\noindent" .. (id ~= "" and "\\hypertarget{" .. anchor(id) .. "}{}" or ""))}
  if a.number then line:extend {pandoc.Strong {pandoc.Str("Listing\u{a0}" .. a.number .. ".")}, pandoc.Space()} end
  line:insert(inline("{\\footnotesize\\ttfamily " .. breakable(a.path) .. "}, " .. a.whole .. " lines"))
  if a.caption then line:extend {pandoc.Str(":"), pandoc.Space()} line:extend(pandoc.utils.blocks_to_inlines(pandoc.read(a.caption, "markdown").blocks)) end
  return pandoc.Para(line)
end

function M.listing(block)
  local a, id = block.attributes, block.identifier
  if not a.path and not a.number then return nil end
  if a.whole then return whole_file(a, id) end
  local head = pandoc.List {inline("\\listinghead{"), inline(id ~= "" and "\\hypertarget{" .. anchor(id) .. "}{}" or "")}
  for place, name in (a.indexed or ""):gmatch("(%S+)=(%S+)") do head:insert(inline("\\hypertarget{" .. anchor(place) .. "}{}" .. index_code(name))) end
  if a.number then head:extend {pandoc.Strong {pandoc.Str("Listing\u{a0}" .. a.number .. ".")}, pandoc.Space()} end
  if a.caption then head:extend(pandoc.utils.blocks_to_inlines(pandoc.read(a.caption, "markdown").blocks)) end
  local lines = select(2, block.text:gsub("\n", "")) + 1
  head:insert(inline("}{" .. (a.path and breakable(a.path) .. ":" .. a.first or "") .. "}{" .. lines .. "}"))
  return {pandoc.Plain(head), pandoc.CodeBlock(block.text, {class = block.classes[1] or "c"})}
end

function M.bring(list)
  local out = pandoc.List {raw("\\begin{bring}")}
  for _, item in ipairs(list.content) do
    out:insert(pandoc.Plain(pandoc.List {inline("\\item[{")} .. item[1] .. {inline("}]")}))
    for _, meaning in ipairs(item[2]) do out:extend(meaning) end
  end
  out:insert(raw("\\end{bring}"))
  return out
end

function M.box(kind, title, content)
  return pandoc.List {raw("\\begin{bookbox}{" .. kind .. "}{" .. M.escape(title) .. "}")} .. pandoc.List(content) .. {raw("\\end{bookbox}")}
end

-- A question names the page of its answer, and an answer that of its question; book.tex keeps them apart.
function M.asked(key) return raw("\\asked{" .. key .. "}") end
function M.answer(key, title) return raw("\\answerhead{" .. key .. "}{" .. M.escape(title) .. "}") end

-- A term that its section is about goes through all of it.
function M.indexed(span, name, is_term, korean)
  local content = is_term and {pandoc.Emph(span.content)} or span.content
  local entry = index(name, nil, span.attributes.through and "|(" or nil) .. (korean and korean ~= name and index_korean(name, korean) or "")
  return pandoc.List {inline("\\hypertarget{" .. anchor(span.identifier) .. "}{}" .. entry)} .. pandoc.List(content)
end
function M.index_end(name) return pandoc.List {inline(index(name, nil, "|)"))} end

function M.korean(text) return pandoc.Str(text) end

function M.exercise(id, title, content)
  local open = "\\begin{bookbox}{exercise}{\\hypertarget{%s}{%s}}"
  return pandoc.List {raw(open:format(anchor(id), M.escape(title)))} .. pandoc.List(content) .. {raw("\\end{bookbox}")}
end

function M.index() return {raw("\\printindex")} end

return M
