-- results.lua: what the runs left behind. []{.num key=test_accuracy} becomes the number that the run of the page's
-- program printed; run= names another one. A metric whose unit is `fraction` is shown in per cent, with one decimal
-- unless fmt=%.2f%% or fmt=%.3f says otherwise; of a table, times=100 makes per cents. A row of a curve is named by
-- its first column: []{.num table=shift key=4 column=cnn_accuracy fmt=%.1f%% times=100}.
local fault, files = require "fault", require "files"
local M = {folder = "build/results", runs = {}, page = ""}   -- runs: those that the page has read

local function rows(run, name)
  local path = M.folder .. "/" .. run .. "/" .. name .. ".tsv"
  local found = files.rows(path)
  if not found then fault.say("no such result: %s", path) end
  return found
end

local function column(heads, name)
  for i, head in ipairs(heads or {}) do if head == name then return i end end
end

-- The value, and of a metric its unit.
local function lookup(a)
  M.runs[a.run] = true
  local name = a.table or "metrics"
  local table_, at, unit = rows(a.run, name), 2, nil
  if not table_ then return nil end
  if a.column then at = column(table_[1], a.column) end
  if not at then fault.say("%s of %s has no column %s", name, a.run, a.column) return nil end
  local value
  for _, row in ipairs(table_) do
    if row[1] == a.key then
      if value then fault.say("%s stands twice in %s of %s", a.key, name, a.run) end
      value, unit = row[at], not a.table and row[3] or nil
    end
  end
  if not value then fault.say("%s of %s has no %s", name, a.run, a.key) end
  return value, unit
end

function M.metric(run, key) return (lookup {run = run, key = key}) end
function M.cell(run, name, key, column) return (lookup {run = run, table = name, key = key, column = column}) end

-- How a number is written: as the mark says, and a fraction in per cent.
local function form(a, unit)
  local fmt = a.fmt or (unit == "fraction" and "%.1f%%") or nil
  local per_cent = unit == "fraction" and fmt:match("%%%%$") and not a.times
  return fmt, per_cent and 100 or a.times
end

-- A mark lies beside results that are older than their program.
function M.stale()
  for run in pairs(M.runs) do
    if files.lines(M.folder .. "/" .. run .. "/stale") then return true end
  end
  return false
end

-- Of the runs that the authors' numbers on this page are of: when and where; nil where they are the reader's own. Where they
-- are of several, their own pages say it.
function M.authors()
  local said, several
  for run in pairs(M.runs) do
    local about = (files.lines(M.folder .. "/" .. run .. "/about") or {})[1]
    several = several or said and about and about ~= said
    said = said or about
  end
  return said and (several and "" or said)
end

-- 1234567 -> 1,234,567; only whole numbers of five digits and more.
local function grouped(text)
  if not text:match("^%d%d%d%d%d+$") then return text end
  return (text:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))
end

function M.number(mark)
  if not mark.key then return "?" end   -- marks.lua has said so
  local a = {run = mark.run or M.page, key = mark.key, table = mark.table, column = mark.column, fmt = mark.fmt, times = mark.times}
  local value, unit = lookup(a)
  if not value then return "?" end
  if a.times and not a.fmt then fault.say("times=%s without fmt= changes nothing", a.times) end
  if value == "" or value:match("^-?nan") or value:match("^-?inf") then fault.say("%s of %s is no result: %s", a.key, a.run, value) return "?" end
  a.fmt, a.times = form(a, unit)
  if not a.fmt then return grouped(value) end
  if a.times and not tonumber(a.times) then fault.say("times=%s is no number", a.times) return "?" end
  local number = tonumber(value)
  if not number then fault.say("%s of %s is %s, not a number", a.key, a.run, value) return "?" end
  local ok, text = pcall(string.format, a.fmt, number * (tonumber(a.times) or 1))
  if not ok then fault.say("fmt=%s does not format %s", a.fmt, value) return "?" end
  if not a.fmt:gsub("%%%%", ""):find("%", 1, true) then fault.say("fmt=%s shows nothing of %s", a.fmt, value) return "?" end
  return (grouped(text):gsub("^%-", "−"))
end

function M.text(run, name)
  local lines = files.lines(M.folder .. "/" .. run .. "/" .. name)
  if not lines then fault.say("no such result: %s/%s/%s", M.folder, run, name) return "" end
  while lines[1] == "" do table.remove(lines, 1) end
  return table.concat(lines, "\n")
end

function M.fill(doc)
  return doc:walk {Span = function(span)
    if not span.classes:includes("num") then return nil end
    return pandoc.Span({pandoc.Str(M.number(span.attributes))}, pandoc.Attr("", {"num"}))
  end}
end

return M
