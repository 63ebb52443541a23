-- search.lua: the text and the listings of every section as a script, because a page that was opened from a folder may
-- load a script beside it but may not fetch a file.
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path
local files = require "files"
local anchor = require("crossref").anchor

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0"):gsub("</", "<\\/"):gsub("%c", " ") .. '"'
end

-- Without the names of references and TeX's commands, which no reader types.
local function readable(text)
  return (text:gsub("@%a+:[%w-]+", ""):gsub("\\%a+", " "):gsub("[{}]", " "):gsub("%s+", " "))
end

-- Each word of the glossary, with its Korean name, leads to the glossary's page.
local function add_words(out, path)
  for i, row in ipairs(path ~= "" and files.rows(path) or {}) do
    if i > 1 then
      out[#out + 1] = ("{href: %s, number: \"\", title: %s, text: %s, code: \"\"}"):format(
        quoted("glossary.html#" .. anchor("sec:glossary")), quoted(row[1]), quoted(row[2] .. ": " .. row[3]))
    end
  end
end

return {{Pandoc = function(doc)
  local out, has_glossary = {}, false
  for path in pandoc.utils.stringify(doc.meta.scans):gmatch("%S+") do
    for _, row in ipairs(files.rows(path)) do
      if row[1] == "text" then
        local href = row[3] .. ".html#" .. anchor(row[2])
        out[#out + 1] = ("{href: %s, number: %s, title: %s, text: %s, code: %s}"):format(
          quoted(href), quoted(row[4]), quoted(row[5]), quoted(readable(row[6])), quoted(row[7] or ""))
        has_glossary = has_glossary or row[2] == "sec:glossary"
      end
    end
  end
  if has_glossary then add_words(out, pandoc.utils.stringify(doc.meta.glossary or "")) end
  files.write(pandoc.utils.stringify(doc.meta.out), "window.SECTIONS = [\n" .. table.concat(out, ",\n") .. "\n];\n")
end}}
