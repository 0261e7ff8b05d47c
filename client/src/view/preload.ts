/** Loads a file with all that it needs, at the same time: the build puts this around `import()`. */

/** What has begun to load, by address; all that the page came with is there. */
const begun = new Map<string, Promise<unknown>>(
  Array.from(document.querySelectorAll("link"), ({ href }) => [href, Promise.resolve()]),
);

/** Load a file; `needed` are the scripts and style sheets that it needs, seen from `importer`. */
export async function preload<T>(
  load: () => Promise<T>,
  needed: readonly string[] = [],
  importer = "",
): Promise<T> {
  await Promise.all(needed.map((each) => begin(new URL(each, importer).href)));
  return load();
}

/** Begin to load a file, once. Only a style sheet is to be waited for: imports wait by themselves. */
function begin(address: string): Promise<unknown> {
  const known = begun.get(address);
  if (known) return known;
  const link = document.createElement("link");
  const isStyle = address.endsWith(".css");
  const done = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      begun.delete(address); // the next time it is tried again
      link.remove();
      reject(new Error(`could not load ${address}`));
    };
    if (!isStyle) resolve(null);
  });
  begun.set(address, done);
  link.rel = isStyle ? "stylesheet" : "modulepreload";
  link.crossOrigin = "";
  link.href = address;
  document.head.append(link);
  return done;
}

export { preload as __vitePreload };
