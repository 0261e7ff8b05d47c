/** Tab: what one of several tabs shows while it is open. */

import { Tabs as Group } from "@base-ui/react/tabs";

import type { Tab } from "../core/wire.gen";
import { define } from "../view/define";

export default define<Tab>(
  ({ id, children }) => (
    <Group.Panel value={id} keepMounted className="stTabPanel" data-testid="stTabPanel">
      <div className="stVerticalBlock" data-testid="stVerticalBlock">
        {children}
      </div>
    </Group.Panel>
  ),
  { framed: false },
);
