/** Tab: what one of several tabs shows while it is open. */

import { Tabs as Group } from "@base-ui/react/tabs";

import { useContext } from "react";

import type { Tab } from "../core/wire.gen";
import { define } from "../view/define";
import { OpenTabContext, RevealContext, useReveal } from "../view/reveal";

export default define<Tab>(
  ({ id, children }) => {
    const open = useContext(OpenTabContext);
    const reveal = useReveal(() => open(id));
    return (
      <Group.Panel value={id} keepMounted className="stTabPanel" data-testid="stTabPanel">
        <div className="stVerticalBlock" data-testid="stVerticalBlock">
          <RevealContext value={reveal}>{children}</RevealContext>
        </div>
      </Group.Panel>
    );
  },
  { framed: false },
);
