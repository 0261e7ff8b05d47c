/** Tabs: containers of which one is open at a time. */

import "../view/parts/fading.css";
import "../view/parts/tab_list.css";
import "./tabs.css";

import { Tabs as Group } from "@base-ui/react/tabs";
import { useLayoutEffect, useRef } from "react";

import type { Tabs } from "../core/wire.gen";
import { define } from "../view/define";
import { useNode } from "../view/hooks";
import { useKept } from "../view/kept";
import { keyClass } from "../view/parts/key";
import { InlineMarkdown } from "../view/parts/markdown";
import { sized } from "../view/parts/size";
import { OpenTabContext } from "../view/reveal";

export default define<Tabs, string | null>(
  ({ id, props, value, setValue, children }) => {
    const { labels, height } = props;
    const list = useRef<HTMLDivElement>(null);
    const ids = useNode(id)?.children ?? [];
    const names = namesOf(labels);
    // Until what is in a tab is there, it has but a place.
    const tabs = names.map((_, place) => ids[place] ?? place);
    const [kept, keep] = useKept(id, "");
    const chosen = names.indexOf(kept);
    // Of tabs with one label the script knows the first; which one was chosen, the browser.
    const isKept = chosen >= 0 && (value === null || labels[chosen] === value);
    const open = isKept ? chosen : Math.max(labels.indexOf(value ?? props.default ?? ""), 0);
    const { className, style } = sized(props.width, height);
    useLayoutEffect(() => reveal(list.current!), [open]);

    function openTab(tab: string | number) {
      const place = tabs.indexOf(tab);
      if (place < 0) return; // it has gone since
      keep(names[place]!);
      if (value !== null && labels[place] !== value) setValue(labels[place]!);
    }

    return (
      <Group.Root
        className={`stTabs${keyClass(props.key)}${className}`}
        data-testid="stTabs"
        data-scroll={height === "content" ? undefined : true}
        style={style}
        value={tabs[open]}
        onValueChange={(tab) => openTab(tab as string | number)}
      >
        <Group.List ref={list} className="st-tab-list st-fading" activateOnFocus>
          {names.map((name, place) => (
            <Group.Tab key={name} value={tabs[place]} className="st-tab" data-testid="stTab">
              <InlineMarkdown source={labels[place]!} links={false} />
            </Group.Tab>
          ))}
        </Group.List>
        <OpenTabContext value={openTab}>{children}</OpenTabContext>
      </Group.Root>
    );
  },
  { framed: false },
);

/** Name each tab apart: by its label, with a number if that occurs more than once. */
function namesOf(labels: readonly string[]): string[] {
  return labels.map((label, place) => {
    const count = labels.slice(0, place).filter((earlier) => earlier === label).length;
    return count ? `${label}\n${count}` : label;
  });
}

/** Scroll the open tab into sight, and nothing but its list. */
function reveal(list: HTMLElement) {
  const tab = list.querySelector<HTMLElement>("[aria-selected=true]");
  if (!tab) return;
  const outer = list.getBoundingClientRect();
  const inner = tab.getBoundingClientRect();
  if (inner.left < outer.left) list.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.right) list.scrollLeft += inner.right - outer.right;
}
