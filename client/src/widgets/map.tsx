/** Map: points on a map. */

import type { Map } from "../core/wire.gen";
import { define } from "../view/define";
import { MapFrame, useMap } from "../view/parts/map/frame";
import { ToolbarButton } from "../view/parts/toolbar_button";

const ALL = "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5M12 11v2M11 12h2";

const load = async () => (await import("../view/parts/map/point_map")).makePointMap;

export default define<Map>(({ id, props }) => {
  const loaded = useMap(props, load);
  const label = props.alt ?? loaded.state.label;
  return (
    <MapFrame
      id={id}
      props={props}
      loaded={loaded}
      label={label}
      data={props.data}
      tools={
        <ToolbarButton
          label="Show all points"
          of={label}
          icon={ALL}
          onClick={() => loaded.map?.showAll()}
        />
      }
    />
  );
});
