/** Plotly as it is used here: by properties where it sets styles as text, and without its maps. */

/** A plugin that has the builds of Plotly keep to the page's policy. */
export const plotly = {
  name: "plotly",
  enforce: "pre" as const,
  transform(code: string, id: string): { code: string; map: null } | null {
    const build = /plotly-(\w+)\.min\.js$/.exec(id)?.[1];
    if (!build) return null;
    const kept = withoutIcons(withoutSheet(withProperties(code)));
    return { code: build === "strict" ? withoutMaps(kept) : kept, map: null };
  },
};

/** Have a style be set as properties, which the page's policy allows, wherever one is set as text. */
function withProperties(code: string): string {
  const [, start] = /("use strict";)/.exec(code) ?? fail();
  return replaced(code, /this\.setAttribute\(([\w$]+),([\w$]+)\)/g, "st$set(this,$1,$2)").replace(
    start!,
    `${start}function st$set(element,name,value){` +
      `if(name==="style")element.style.cssText=value;else element.setAttribute(name,value)}`,
  );
}

/** The icons of its bar of buttons are never seen: the page's toolbar has its own. */
function withoutIcons(code: string): string {
  return replaced(code, /path:"[Mm][^"]{40,}",transform:/g, 'path:"M0 0",transform:');
}

/** The style sheet of maps comes with all builds. */
function withoutSheet(code: string): string {
  const sheet = code.search(/\(function\(\)\{if\(!document\.getElementById\("[0-9a-f]{64}"/);
  const end = code.indexOf("}})()", at(code, sheet)) + "}})()".length;
  return code.slice(0, sheet) + code.slice(at(code, end));
}

/**
 * Maps of the web are not drawn, as the page may not load them, so what draws them is left out: a
 * third of the whole.
 */
function withoutMaps(code: string): string {
  const names = at(code, code.indexOf("{AJAXError:()=>"));
  const worker = at(code, code.indexOf(".exports='var t1=")) + ".exports='".length;
  const shared = at(code, code.search(/=[\w$]+\(\(\)=>\{[\w$]+=Object\.create,/));
  const main = at(
    code,
    code.search(/=[\w$]+\(\(\)=>\{[\w$]+\(\);[\w$]+=\{\};[\w$]+="\d+\.\d+\.\d+";/),
  );
  const bodies = [
    [code.indexOf("{", shared) + 1, code.lastIndexOf("});var ", names)],
    [code.indexOf("{", main) + 1, code.lastIndexOf("});var ", worker)],
    [worker, code.indexOf("'});var ", worker)],
  ] as const;
  bodies.reduce((last, [from, to]) => (from < last || to <= from ? fail() : to), 0);
  let kept = "";
  let place = 0;
  for (const [from, to] of bodies) {
    kept += code.slice(place, from);
    place = to;
  }
  return kept + code.slice(place);
}

function at(code: string, place: number): number {
  return place < 0 || place >= code.length ? fail() : place;
}

function replaced(code: string, from: RegExp, to: string): string {
  const found = code.replace(from, to);
  return found === code ? fail() : found;
}

function fail(): never {
  throw new Error("Plotly has changed: see scripts/plotly.ts");
}
