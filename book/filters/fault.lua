-- fault.lua: what is wrong with a page. All of it is said before the build stops, so that one reading
-- of the messages mends the page.
local M = {page = "book", place = nil, count = 0}

-- Where a section is being read, its label tells the place.
function M.say(...)
  io.stderr:write(M.page, M.place and ", " .. M.place or "", ": ", string.format(...), "\n")
  M.count = M.count + 1
end

-- Behind a name that nobody knows: the names that there are, the keys of these tables.
function M.only(...)
  local names = {}
  for _, set in ipairs {...} do
    for name in pairs(set) do names[#names + 1] = name end
  end
  table.sort(names)
  return #names > 0 and "; known: " .. table.concat(names, ", ") or ""
end

function M.stop()
  if M.count > 0 then os.exit(1) end
end

return M
