-- lines.lua: what only a page's own lines show, before they are read as a page: a fence that is never
-- closed becomes a paragraph, and what a merge left behind a heading.
local fault, files = require "fault", require "files"
local M = {}

local MERGE = {"^<<<<<<< ", "^||||||| ", "^=======%s*$", "^>>>>>>> "}

local function check_merge(line, i)
  for _, marker in ipairs(MERGE) do
    if line:match(marker) then fault.say("line %d: a marker of a merge is left: %s", i, line) end
  end
end

-- The fence that a line opens or closes: its characters and what stands behind them. Code in a line may begin
-- with the same characters, but has them at its end too.
local function fence(line)
  local marks, rest = line:match("^%s*(```+)%s*({.*})%s*$")   -- a caption may hold code
  if not marks then marks, rest = line:match("^%s*(```+)%s*([^`]-)%s*$") end
  if not marks then marks, rest = line:match("^%s*(~~~+)%s*(.-)%s*$") end
  return marks, rest
end

local function same_kind(marks, open) return marks:sub(1, 1) == open.marks:sub(1, 1) and #marks >= #open.marks end

-- Text that is set apart is indented, or .text. What has neither form below is a paragraph to pandoc.
local function check_class(rest, i)
  if rest == "" then fault.say("line %d: a fence without a class, such as .text or .sh", i)
  elseif not rest:match("^[%w+-]+$") and not rest:match("^{.*}$") then
    fault.say("line %d: behind a fence stands one word, or all in braces: %s", i, rest)
  end
end

-- What is open behind this line.
local function follow(open, line, i)
  local marks, rest = fence(line)
  if not marks then return open end
  if not open then
    check_class(rest, i)
    return {marks = marks, line = i}
  end
  if not same_kind(marks, open) then return open end
  if rest == "" then return nil end
  fault.say("line %d: a fence begins in that of line %d, which is still open", i, open.line)
  return open
end

function M.check(path)
  local open
  for i, line in ipairs(files.lines(path)) do
    check_merge(line, i)
    open = follow(open, line, i)
  end
  if open then fault.say("line %d: the fence is never closed", open.line) end
end

return M
