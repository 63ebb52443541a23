-- fault.lua: what is wrong with a page. All of it is said before the build stops, so that one reading
-- of the messages mends the page.
local M = {page = "book", count = 0}

function M.say(...)
  io.stderr:write(M.page, ": ", string.format(...), "\n")
  M.count = M.count + 1
end

function M.stop()
  if M.count > 0 then os.exit(1) end
end

return M
