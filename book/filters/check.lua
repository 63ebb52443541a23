-- check.lua: what only the whole book shows: a line of a chapter's program that no page has, a marker
-- that nobody uses, a week that is too long, an answer that coverage.tsv promises and no page gives, a
-- word of the glossary that no page defines, a source that references.bib has twice.
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path
local fault, files, source = require "fault", require "files", require "source"
local minutes, glossary, sources = require "minutes", require "glossary", require "sources"

local labels, shown, parts, terms, weeks = {}, {}, {}, {}, {}

local function read_scan(path)
  local page = path:match("([^/]+)%.tsv$")
  for _, row in ipairs(files.rows(path)) do
    if row[1] == "label" then
      local id = row[2]
      if labels[id] then fault.say("the label %s stands on %s and on %s", id, labels[id].page, row[5]) end
      labels[id] = {page = row[5], text = row[9] ~= "" and row[9] or row[7]}
    elseif row[1] == "shown" then
      shown[row[2]] = shown[row[2]] or {}
      table.insert(shown[row[2]], {tonumber(row[3]), tonumber(row[4])})
    elseif row[1] == "part" then parts[row[2] .. "\t" .. row[3]] = true
    elseif row[1] == "term" then
      if terms[row[2]] then fault.say("%s is defined on %s and again on %s", row[2], terms[row[2]], page) end
      terms[row[2]] = page
    elseif row[1] == "minutes" then weeks[#weeks + 1] = {page, minutes.read(row)} end
  end
end

-- The table of all chapters against their budgets. Only too many minutes are a fault; the rest is said.
local function check_weeks()
  local chapters = {}
  for _, week in ipairs(weeks) do
    local page, sum = table.unpack(week)
    if sum.minutes > minutes.limit then fault.say("%s: its core takes %d minutes, over %d", page, sum.minutes, minutes.limit) end
    if page:match("^ch%d%d") then
      chapters[#chapters + 1] = week
      for _, text in ipairs(minutes.warnings(sum)) do io.stderr:write("warning: ", page, ", ", text, "\n") end
    end
  end
  return minutes.report(chapters)
end

local function covered(path, i, omitted)
  for _, r in ipairs(shown[path] or {}) do if i >= r[1] and i <= r[2] then return true end end
  for _, o in ipairs(omitted) do
    if i >= o.first and i <= o.last then o.used = true return true end
  end
  return false
end

-- One message for each run of lines that no page shows.
local function check_lines(path, t, omitted)
  local first, last
  local function say()
    if first then fault.say("%s:%d–%d is on no page", path, first, last) end
    first = nil
  end
  for i, line in ipairs(t) do
    local free = line:match("^%s*$") or source.is_marker(line)
    if not free and not covered(path, i, omitted) then first, last = first or i, i
    elseif not free then say() end
  end
  say()
end

local function check_file(path, is_program)
  local t = source.read(path)
  local marked, omitted, faults = source.markers(t)
  for _, text in ipairs(faults) do fault.say("%s:%s", path, text) end
  for _, p in ipairs(marked) do
    if not parts[path .. "\t" .. p.name] then fault.say("%s:%d: no page shows the part %s", path, p.first, p.name) end
  end
  if not is_program then return end
  check_lines(path, t, omitted)
  for _, o in ipairs(omitted) do
    if not o.used then fault.say("%s:%d: omits lines that a page shows", path, o.first) end
  end
end

-- A hint leads to a place in the book: the last column of an exercise's hints.tsv.
local function check_hints(chapter)
  local list = io.popen("ls " .. chapter .. "/exercises/*/hints.tsv 2>/dev/null")
  for path in list:lines() do
    for i, row in ipairs(files.rows(path)) do
      if i > 1 and not labels[row[#row]] then fault.say("%s:%d: leads to %s, which is no place", path, i, row[#row]) end
    end
  end
  list:close()
end

local function programs(pages)
  local seen = {}
  for page in pages:gmatch("%S+") do
    local chapter = page:match("^(.*)/notes%.md$")
    if chapter then
      local list = io.popen("ls " .. chapter .. "/*.c " .. chapter .. "/*.h 2>/dev/null")
      for path in list:lines() do seen[path] = true check_file(path, true) end
      list:close()
      check_hints(chapter)
    end
  end
  -- The library is shown in parts; a chapter without notes is not yet in the book.
  for path in pairs(shown) do
    if not seen[path] and path:match("^common/.*%.[ch]u?$") then check_file(path, false) end
  end
end

-- A quoted sentence may leave out numbers, which change from run to run, with an ellipsis.
local function has_quote(text, quote)
  local at = 1
  for piece in (quote .. "…"):gmatch("(.-)…") do
    local _, stop = text:find(files.flat(piece), at, true)
    if not stop then return false end
    at = stop + 1
  end
  return true
end

local function has_words(quote) return quote:gsub("…", ""):match("[%w\x80-\xff]") end

-- Columns: week, clause, place (a label), a sentence that stands there.
local function coverage(path)
  for i, row in ipairs(files.rows(path) or {}) do
    if i > 1 then
      local clause, place, quote = row[2] or "", row[3] or "", row[4] or ""
      local text = labels[place] and labels[place].text
      if clause == "" or place == "" or not has_words(quote) then fault.say("%s:%d: an empty entry", path, i)
      elseif not text then fault.say("%s:%d: there is no label %s", path, i, place)
      elseif not has_quote(text, quote) then fault.say("%s:%d: %s does not say: %s", path, i, place, quote) end
    end
  end
end

return {{Pandoc = function(doc)
  local book = pandoc.utils.stringify(doc.meta.book)
  for path in pandoc.utils.stringify(doc.meta.scans):gmatch("%S+") do read_scan(path) end
  local report = check_weeks()
  programs(pandoc.utils.stringify(doc.meta.pages))
  coverage(book .. "/coverage.tsv")
  glossary.check(book .. "/glossary.tsv", terms)
  sources.check(book .. "/references.bib")
  if fault.count > 0 then io.stderr:write(report) end
  fault.stop()
  files.write(pandoc.utils.stringify(doc.meta.out), report)
end}}
