/** The children of a container, in chunks of chunks: a change redraws its chunk only. */

import { memo, useState } from "react";

import { regroup, type Chunk } from "../core/chunks";
import { Element } from "./element";

interface Grouped {
  ids: readonly string[];
  chunks: readonly Chunk<string>[];
  sections: readonly Chunk<Chunk<string>>[];
}

export const Children = memo(function Children({ ids }: { ids: readonly string[] }) {
  const [grouped, setGrouped] = useState(() => group({ ids, chunks: [], sections: [] }, ids));
  let { sections } = grouped;
  if (grouped.ids !== ids) {
    const regrouped = group(grouped, ids);
    ({ sections } = regrouped);
    setGrouped(regrouped);
  }
  return sections.map((section) => <Section key={section.key} chunks={section.items} />);
});

const Section = memo(function Section({ chunks }: { chunks: readonly Chunk<string>[] }) {
  return chunks.map((chunk) => <Stretch key={chunk.key} ids={chunk.items} />);
});

const Stretch = memo(function Stretch({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <Element key={id} id={id} />);
});

function group(before: Grouped, ids: readonly string[]): Grouped {
  const chunks = regroup(before.chunks, ids);
  return { ids, chunks, sections: regroup(before.sections, chunks, (chunk) => chunk.key) };
}
