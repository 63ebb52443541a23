-- crossref.lua: @fig:name, @eq:name, @tab:name, @lst:name, @sec:name and @ex:name become links that say
-- what they point to. The labels of all pages come from the scan, so that a chapter can name another's.
local fault, files, prose = require "fault", require "files", require "prose"
local M = {labels = {}}

local WORD = {fig = "Figure", eq = "Equation", tab = "Table", lst = "Listing", sec = "Section", ex = "Exercise"}

-- A colon is no letter of an XML name: fig:shift is called fig-shift in every output.
function M.anchor(id) return (id:gsub(":", "-")) end

function M.load(scans)
  for _, path in ipairs(scans) do
    for _, row in ipairs(files.rows(path) or {}) do
      if row[1] == "label" then
        M.labels[row[2]] = {kind = row[3], number = row[4], page = row[5], core = row[6] == "core", title = row[7]}
      end
    end
  end
end

function M.target(id, page)
  local label = M.labels[id]
  local there = label.page == page and "" or label.page .. ".html"
  return there .. "#" .. M.anchor(id)
end

local function words(id, label)
  if label.number == "" then return {pandoc.Quoted("DoubleQuote", {pandoc.Str(label.title)})} end
  local word = WORD[label.kind]
  if id:match("^sec:ch%d%d$") then word = "Chapter"
  elseif label.kind == "sec" and label.number:match("^%u$") then word = "Appendix" end
  local number = label.kind == "eq" and "(" .. label.number .. ")" or label.number
  return {pandoc.Str(word .. "\u{a0}" .. number)}
end

-- What a reader sees where a page has the label.
function M.words(id)
  local label = M.labels[id]
  return label and pandoc.utils.stringify(words(id, label)) or ""
end

local function said(cite) return pandoc.utils.stringify(cite.content) end

function M.resolve(doc, page, link)
  local function one(id)
    local label = M.labels[id]
    if not label then fault.say("nothing has the label %s", id) return {pandoc.Str(id)} end
    return link(words(id, label), id, M.target(id, page))
  end
  return doc:walk {
    Cite = function(cite)
      local count, out = 0, pandoc.List()
      for i, c in ipairs(cite.citations) do
        if prose.is_reference(c.id) then
          if #c.prefix + #c.suffix > 0 then fault.say("words beside a label in one bracket are lost: %s", said(cite)) end
          count = count + 1
          if i > 1 then out:insert(pandoc.Str(", ")) end
          out:extend(one(c.id))
        end
      end
      if count == 0 then return nil end
      if count < #cite.citations then fault.say("a label and a source in one bracket: %s", said(cite)) end
      return out
    end,
    Link = function(a)
      local id = a.target:match("^#(.*)$")
      if a.classes:includes("made") or a.target:match("^https?://") then return nil end
      if not id then fault.say("a link to nothing: %s", a.target) return nil end
      if not M.labels[id] then fault.say("nothing has the label %s", id) return nil end
      return link(a.content, id, M.target(id, page))
    end,
  }
end

return M
