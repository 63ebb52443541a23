-- source.lua: finds a function, a part between markers, or the head of a C file.
--
-- A marker stands alone in its line: //@ NAME … //@ end NAME shows a part of a program to the book,
-- //@ omit REASON … //@ end omit keeps lines out of it. No page ever shows a marker.
local files = require "files"
local M = {}
local read = {}

function M.read(path)
  read[path] = read[path] or files.lines(path)
  return read[path]
end

function M.is_marker(line) return line:match("^%s*//@") ~= nil end

-- A definition begins in the first column; a prototype reaches its semicolon before any brace.
local function defines(t, i, name)
  local line = t[i]
  if not line:match("^[%a_]") or not line:match("%f[%w_]" .. name .. "%f[^%w_]") then return false end
  local before = line:match("^(.-)%f[%w_]" .. name .. "%f[^%w_]")
  if before:match("[({=]") then return false end
  for k = i, #t do
    local stop = t[k]:match("[;{]")
    if stop then return stop == "{" end
  end
  return false
end

local function last_line(t, i)
  while not t[i]:match("{") do i = i + 1 end
  if t[i]:match("}[^{]*$") then return i end
  while t[i] and not t[i]:match("^}") do i = i + 1 end
  return i
end

-- The comment that touches a definition belongs to it.
local function first_line(t, i)
  while i > 1 and t[i - 1]:match("^//[^@]") do i = i - 1 end
  if i > 1 and t[i - 1]:match("%*/%s*$") then
    repeat i = i - 1 until i == 1 or t[i]:match("^/%*")
  end
  return i
end

local function found(t, name)
  local hits = {}
  for i = 1, #t do if defines(t, i, name) then hits[#hits + 1] = i end end
  return hits
end

-- The names that some lines define.
function M.defined(t, first, last)
  local names = {}
  for i = first, last do
    local name = t[i]:match("^[%a_][%w_%s%*]-([%w_]+)%s*%(") or t[i]:match("^typedef struct ([%w_]+)")
    if name and defines(t, i, name) then names[#names + 1] = name end
  end
  return names
end

-- Each returns the first and the last line, or nil and what is wrong.
function M.definition(t, name)
  local hits = found(t, name)
  if #hits == 0 then return nil, "defines no " .. name end
  if #hits > 1 then return nil, "defines " .. name .. " twice" end
  return first_line(t, hits[1]), last_line(t, hits[1])
end

function M.part(t, name)
  local first, last
  for i, line in ipairs(t) do
    if line:match("^%s*//@ ([%w-]+)%s*$") == name then
      if first then return nil, "opens the part " .. name .. " twice" end
      first = i + 1
    elseif line:match("^%s*//@ end ([%w-]+)%s*$") == name then last = i - 1 end
  end
  if not first or not last then return nil, "has no part " .. name end
  return first, last
end

-- All that stands before the first definition: comment, includes, declarations.
function M.head(t)
  for i = 1, #t do
    local name = t[i]:match("^[%a_][%w_%s%*]-([%w_]+)%s*[%(%[]") or t[i]:match("^typedef struct ([%w_]+)")
    if name and defines(t, i, name) then
      local last = first_line(t, i) - 1
      while last > 1 and t[last]:match("^%s*$") do last = last - 1 end
      return 1, last
    end
  end
  return 1, #t
end

-- The markers of a file: parts {name, first, last}, omitted {reason, first, last}, and faults.
function M.markers(t)
  local open, parts, omitted, faults = {}, {}, {}, {}
  local function close(name, i)
    local from = open[name]
    if not from then faults[#faults + 1] = i .. ": closes " .. name .. ", which is not open" return end
    open[name] = nil
    local list = name == "omit" and omitted or parts
    list[#list + 1] = {name = name, reason = from.reason, first = from.line, last = i}
  end
  for i, line in ipairs(t) do
    local text = line:match("^%s*//@%s*(.-)%s*$")
    local ends = text and text:match("^end ([%w-]+)$")
    local name = text and not ends and text:match("^([%w-]+)")
    if ends then close(ends, i)
    elseif text and (not name or (name ~= "omit" and name ~= text)) then
      faults[#faults + 1] = i .. ": is no marker: " .. line
    elseif name == "omit" and text == "omit" then faults[#faults + 1] = i .. ": omits without a reason"
      open.omit = {line = i, reason = ""}
    elseif name then
      if open[name] then faults[#faults + 1] = i .. ": opens " .. name .. " again" end
      open[name] = {line = i, reason = text:match("^omit%s+(.*)$")}
    end
  end
  for name, from in pairs(open) do faults[#faults + 1] = from.line .. ": " .. name .. " is never closed" end
  return parts, omitted, faults
end

return M
