-- search.lua: the text and the listings of every section as a script, because a page that was opened from
-- a folder may load a script beside it but may not fetch a file.
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path
local files, glossary = require "files", require "glossary"
local crossref = require "crossref"

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0"):gsub("</", "<\\/"):gsub("%c", " ") .. '"'
end

local function entry(e)
  return ("{href: %s, number: %s, title: %s, terms: %s, text: %s, code: %s}"):format(
    quoted(e.href), quoted(e.number), quoted(e.title), quoted(e.terms), quoted(e.text), quoted(e.code))
end

local FUNCTIONS = {ln = "ln", log = "log", exp = "exp", max = "max", min = "min"}

-- References by the words that the page shows, without sources and without TeX's commands.
local function readable(text)
  text = text:gsub("@(%a+:[%w-]+)", crossref.words):gsub("%[@[^%]]*%]", ""):gsub("@%w+", "")
  text = text:gsub("\\(%a+)", function(name) return FUNCTIONS[name] or " " end):gsub("[{}]", " ")
  return (text:gsub("%s+", " "):gsub(" ([,.;:])", "%1"))
end

-- The words that each section defines, with their Korean names.
local function terms_of(scans)
  local is_term, out = {}, {}
  for _, path in ipairs(scans) do
    for _, row in ipairs(files.rows(path)) do if row[1] == "term" then is_term[row[2]] = true end end
    for _, row in ipairs(files.rows(path)) do
      local word = row[1] == "index" and is_term[row[2]] and glossary.words[row[2]]
      if word then out[row[4]] = (out[row[4]] or "") .. row[2] .. " " .. word.korean .. " " end
    end
  end
  return out
end

local function sections(out, scans)
  local terms = terms_of(scans)
  for _, path in ipairs(scans) do
    for _, row in ipairs(files.rows(path)) do
      if row[1] == "text" then
        out[#out + 1] = entry {href = row[3] .. ".html#" .. crossref.anchor(row[2]), number = row[4], title = row[5],
                               terms = terms[row[2]] or "", text = readable(row[6]), code = row[7]}
      end
    end
  end
end

-- Each listing by its name and number, each file whole.
local function listings(out)
  local names = {}
  for id, label in pairs(crossref.labels) do if label.kind == "lst" then names[#names + 1] = id end end
  table.sort(names)
  for _, id in ipairs(names) do
    local label = crossref.labels[id]
    out[#out + 1] = entry {href = label.page .. ".html#" .. crossref.anchor(id), number = "Listing " .. label.number, title = label.title,
                         terms = id, text = "", code = ""}
  end
end

local function copies(out, scans)
  local seen = {}
  for _, path in ipairs(scans) do
    for _, row in ipairs(files.rows(path)) do
      if row[1] == "shown" and not seen[row[2]] then
        seen[row[2]] = true
        out[#out + 1] = entry {href = "source/" .. row[2] .. ".html", number = "", title = row[2], terms = "", text = "",
                               code = files.flat(table.concat(files.lines(row[2]), " "))}
      end
    end
  end
end

-- Each word of the glossary leads to its line there.
local function words(out)
  local names = {}
  for name in pairs(glossary.words) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local word = glossary.words[name]
    out[#out + 1] = entry {href = "glossary.html#" .. glossary.anchor(name), number = "", title = name,
                           terms = word.korean, text = word.korean .. ": " .. word.meaning, code = ""}
  end
end

return {{Pandoc = function(doc)
  local out, scans = {}, {}
  for path in pandoc.utils.stringify(doc.meta.scans):gmatch("%S+") do scans[#scans + 1] = path end
  crossref.load(scans)
  glossary.load(pandoc.utils.stringify(doc.meta.glossary or ""))
  sections(out, scans)
  listings(out)
  copies(out, scans)
  if crossref.labels["sec:glossary"] then words(out) end
  files.write(pandoc.utils.stringify(doc.meta.out), "window.SECTIONS = [\n" .. table.concat(out, ",\n") .. "\n];\n")
end}}
