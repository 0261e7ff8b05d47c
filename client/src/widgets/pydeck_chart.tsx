/** Pydeck chart: layers of deck.gl on a map. */

import { useCallback, useEffect, useMemo } from "react";

import type { Frame, PydeckChart } from "../core/wire.gen";
import { define } from "../view/define";
import { tableOf, type PlainTable } from "../view/parts/chart/plain_table";
import type { Choice } from "../view/parts/deck/choice";
import type { DeckMap } from "../view/parts/deck/deck_map";
import { MapFrame, useMap, type MakeMap } from "../view/parts/map/frame";

const NOTHING: Choice = { indices: {}, objects: {} };

export default define<PydeckChart, Choice | null>(({ id, props, value, setValue }) => {
  const load = useCallback(async (): Promise<MakeMap<DeckMap>> => {
    const { DeckMap } = await import("../view/parts/deck/deck_map");
    return (host, tell) => new DeckMap(host, tell, setValue);
  }, [setValue]);
  const loaded = useMap(props, load);
  const { map, state } = loaded;
  const choice = value ?? NOTHING;
  useEffect(() => map?.select(choice), [map, choice]);
  const data = useMemo(() => dataOf(props.data), [props.data]);
  return (
    <MapFrame
      id={id}
      props={props}
      loaded={loaded}
      label={props.alt ?? state.label}
      data={data}
      clear={Object.keys(choice.indices).length > 0 ? () => setValue(NOTHING) : null}
    />
  );
});

/** Return the data of the first layer that has some here. */
function dataOf(data: PydeckChart["data"]): Frame | PlainTable | null {
  for (const { frame, json } of data) {
    if (frame) return frame;
    const rows: unknown = json == null ? null : JSON.parse(json);
    if (!Array.isArray(rows) || typeof rows[0] !== "object" || rows[0] === null) continue;
    return tableOf(rows);
  }
  return null;
}
