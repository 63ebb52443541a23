-- files.lua: text files and tables as Lua tables.
local M = {}

function M.lines(path)
  local file = io.open(path)
  if not file then return nil end
  local out = {}
  for line in file:lines() do out[#out + 1] = line end
  file:close()
  return out
end

-- A line of a table is its fields between tabs.
function M.split(line)
  local out = {}
  for field in (line .. "\t"):gmatch("(.-)\t") do out[#out + 1] = field end
  return out
end

function M.rows(path)
  local lines = M.lines(path)
  if not lines then return nil end
  local out = {}
  for i, line in ipairs(lines) do out[i] = M.split(line) end
  return out
end

function M.write(path, text)
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
end

-- One line without tabs: what a field of a table can hold.
function M.flat(text)
  return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

return M
