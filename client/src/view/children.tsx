/** The children of a container, in blocks: a change redraws its block only. */

import { memo, useState } from "react";

import { regroup, type Block } from "../core/blocks";
import { Element } from "./element";

export const Children = memo(function Children({ ids }: { ids: readonly string[] }) {
  const [grouped, setGrouped] = useState(() => ({ ids, blocks: regroup([], ids) }));
  let { blocks } = grouped;
  if (grouped.ids !== ids) {
    blocks = regroup(blocks, ids);
    setGrouped({ ids, blocks });
  }
  return blocks.map((block) => <Stretch key={block.key} ids={block.ids} />);
});

const Stretch = memo(function Stretch({ ids }: { ids: Block["ids"] }) {
  return ids.map((id) => <Element key={id} id={id} />);
});
