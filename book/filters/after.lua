-- after.lua: behind citeproc. Each page has its own list of sources; their anchors get the page's name,
-- so that they differ when all pages stand in one file. A source that is not in references.bib stops the
-- build.
local folder = PANDOC_SCRIPT_FILE:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path
local fault = require "fault"
local prefix, on_paper = "", false

local function rename(id) return (id:gsub("^ref%-", prefix .. "-ref-")) end

-- On paper KOMA-Script's own command, which changes the running head.
local function header(title)
  if on_paper then return pandoc.RawBlock("latex", "\\addsec{" .. title .. "}\\markright{" .. title .. "}") end
  return pandoc.Header(2, {pandoc.Str(title)}, pandoc.Attr(prefix .. "-sources", {"unnumbered"}))
end

return {
  {Meta = function(meta)
    prefix = pandoc.utils.stringify(meta.prefix or "page")
    on_paper = meta.paper ~= nil
    fault.page, meta.prefix, meta.paper = prefix, nil, nil
    return meta
  end},
  {
    Div = function(div)
      div.identifier = rename(div.identifier)
      if div.identifier ~= "refs" then return div end
      div.identifier = prefix .. "-refs"
      return #div.content > 0 and {header("Sources"), div} or {}
    end,
    Link = function(a)
      if a.target:match("^#ref%-") then a.target = "#" .. rename(a.target:sub(2)) return a end
    end,
    Strong = function(s)
      local text = pandoc.utils.stringify(s)
      if text:match("^[%w:-]+%?$") then fault.say("references.bib has no %s", text:sub(1, -2)) end
    end,
    Pandoc = function() fault.stop() end,
  },
}
