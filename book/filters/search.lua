-- search.lua: the text of every section as a script, because a page that was opened from a folder may
-- load a script beside it but may not fetch a file.
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path
local files = require "files"
local anchor = require("crossref").anchor

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0"):gsub("</", "<\\/"):gsub("%c", " ") .. '"'
end

return {{Pandoc = function(doc)
  local out = {}
  for path in pandoc.utils.stringify(doc.meta.scans):gmatch("%S+") do
    for _, row in ipairs(files.rows(path)) do
      if row[1] == "text" then
        local href = row[3] .. ".html#" .. anchor(row[2])
        out[#out + 1] = ("{href: %s, number: %s, title: %s, text: %s}"):format(
          quoted(href), quoted(row[4]), quoted(row[5]), quoted(row[6]))
      end
    end
  end
  files.write(pandoc.utils.stringify(doc.meta.out), "window.SECTIONS = [\n" .. table.concat(out, ",\n") .. "\n];\n")
end}}
