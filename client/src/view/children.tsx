/** The children of a container, in blocks of blocks: a change redraws its block only. */

import { memo, useState } from "react";

import { regroup, type Block } from "../core/blocks";
import { Element } from "./element";

interface Grouped {
  ids: readonly string[];
  blocks: readonly Block<string>[];
  sections: readonly Block<Block<string>>[];
}

export const Children = memo(function Children({ ids }: { ids: readonly string[] }) {
  const [grouped, setGrouped] = useState(() => group({ ids, blocks: [], sections: [] }, ids));
  let { sections } = grouped;
  if (grouped.ids !== ids) {
    const regrouped = group(grouped, ids);
    ({ sections } = regrouped);
    setGrouped(regrouped);
  }
  return sections.map((section) => <Section key={section.key} blocks={section.items} />);
});

const Section = memo(function Section({ blocks }: { blocks: readonly Block<string>[] }) {
  return blocks.map((block) => <Stretch key={block.key} ids={block.items} />);
});

const Stretch = memo(function Stretch({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <Element key={id} id={id} />);
});

function group(before: Grouped, ids: readonly string[]): Grouped {
  const blocks = regroup(before.blocks, ids);
  return { ids, blocks, sections: regroup(before.sections, blocks, (block) => block.key) };
}
