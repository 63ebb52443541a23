-- nav.lua: a page's way through the book: its table of contents, the page before it, the page after; and
-- how long it takes: []{.minutes of=ch07-cnn part=words}.
local fault, files, html = require "fault", require "files", require "html"
local minutes = require "minutes"
local anchor = require("crossref").anchor
local M = {pages = {}, copies = {}}

function M.load(scans)
  for _, path in ipairs(scans) do
    local page, names = {name = path:match("([^/]+)%.tsv$"), sections = {}}, {}
    for _, row in ipairs(files.rows(path) or {}) do
      if row[1] == "label" and row[3] == "sec" then
        local s = {id = row[2], number = row[4], title = row[7], level = tonumber(row[8]), further = row[6] == "further"}
        names[s.id] = s.number ~= "" and s.number or s.title
        if s.level == 1 then page.title, page.number = s.title, s.number else table.insert(page.sections, s) end
      elseif row[1] == "shown" then M.copies[row[2]] = row[2]
      elseif row[1] == "picture" then page.picture = page.picture or row[2]
      elseif row[1] == "index" then
        page.index = page.index or {}
        table.insert(page.index, {name = row[2], id = row[3], place = names[row[4]], kind = row[5]})
      elseif row[1] == "term" then page.terms = page.terms or {} table.insert(page.terms, row[2])
      elseif row[1] == "minutes" then
        page.minutes = minutes.read(row)
      end
    end
    M.pages[#M.pages + 1] = page
  end
end

-- The files of which there are copies, by their paths and, of the page's own chapter, by their names.
function M.files_of(page)
  local out = {}
  for path in pairs(M.copies) do
    out[path] = path
    local name = path:match("/" .. page:gsub("%-", "%%-") .. "/([^/]*)$")
    if name then out[name] = path end
  end
  return out
end

local function named(number, title)
  return (number ~= "" and '<span class="number">' .. number .. "</span> " or "") .. html.escape(title)
end

-- The chapters that have a picture: name, title, first picture. (Appendices have letters for numbers.)
function M.chapters()
  local out = {}
  for _, page in ipairs(M.pages) do
    if page.picture and tonumber(page.number) then
      out[#out + 1] = {name = page.name, title = named(page.number, page.title), picture = page.picture}
    end
  end
  return out
end

-- The sections of the page that is open stand under it; of the others, on the front page, all do.
function M.contents(current)
  local out = {"<ul>"}
  for _, page in ipairs(M.pages) do
    local here = page.name == current and ' aria-current="page"' or ""
    out[#out + 1] = ('<li><a href="%s.html"%s>%s</a>'):format(page.name, here, named(page.number or "", page.title or page.name))
    if #page.sections > 0 and (page.name == current or current == "index") then
      out[#out + 1] = "<ul>"
      local was_core = true
      for _, s in ipairs(page.sections) do
        if s.level == 2 then
          if s.further and was_core then out[#out + 1] = '<li class="from-here">further</li>' end
          was_core = not s.further
          out[#out + 1] = ('<li><a href="%s.html#%s">%s</a></li>'):format(page.name, anchor(s.id), named(s.number, s.title))
        end
      end
      out[#out + 1] = "</ul>"
    end
    out[#out + 1] = "</li>"
  end
  out[#out + 1] = "</ul>"
  return table.concat(out, "\n")
end

-- The sum of a page's minutes, or one part of it.
function M.minutes(of, part)
  for _, page in ipairs(M.pages) do
    local value = page.name == of and page.minutes[part or "minutes"]
    if value then return tostring(value) end
  end
  fault.say("there are no minutes of=%s%s", of or "", part and " part=" .. part or "")
  return "?"
end

-- The name, if the book has such a page.
function M.page(name)
  for _, page in ipairs(M.pages) do if page.name == name then return name end end
end

function M.neighbours(current)
  for i, page in ipairs(M.pages) do
    if page.name == current then return M.pages[i - 1], M.pages[i + 1] end
  end
  return nil, M.pages[1]
end

return M
