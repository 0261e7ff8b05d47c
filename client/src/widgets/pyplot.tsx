/** Pyplot: a figure of Matplotlib, as a picture. */

import "./pyplot.css";

import { useRef, useState } from "react";

import type { Pyplot as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { PlainData } from "../view/parts/chart/lazy_data";
import type { PlainTable } from "../view/parts/chart/plain_table";
import { EXPAND, Fullscreen } from "../view/parts/fullscreen";
import { Picture } from "../view/parts/picture";
import { Toolbar } from "../view/parts/toolbar";
import { ToolbarButton } from "../view/parts/toolbar_button";
import { CHART, DOWNLOAD, ROWS } from "../view/parts/toolbar_icons";
import { fileNameOf, saveBlob } from "../view/saving";

const NO_DATA = "The data of the figure could not be loaded: try again.";

export default define<Props>(({ id, props }) => <Figure id={id} {...props} />);

/** What is shown in place of the picture: a table, or why there is none. */
interface Data {
  readonly address: string;
  readonly height: number;
  readonly table: PlainTable | null;
}

function Figure(props: Props & { id: string }) {
  const { id, source, sizes, title, width, alt, data } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);
  const [read, setRead] = useState<Data | null>(null);
  const of = alt || title || undefined;
  const label = of ?? "Figure";
  const ending = source.slice(source.lastIndexOf(".") + 1);
  const save = async () => {
    const answer = await fetch(source);
    if (answer.ok) saveBlob(await answer.blob(), `${fileNameOf(of ?? "", "figure")}.${ending}`);
  };
  // Of another figure other data are to be asked for.
  const shown = read && read.address === data ? read : null;
  const show = async (address: string) => {
    const { height } = box.current!.getBoundingClientRect();
    const table = await tableAt(address).catch(() => null);
    setRead({ address, height, table });
  };
  const picture = (
    <Picture
      source={source}
      size={sizes[0] ?? null}
      width={width}
      alt={alt ?? (title || "Figure")}
    />
  );
  return (
    <div className="stFullScreenFrame st-figure st-with-toolbar" data-testid="stFullScreenFrame">
      <Toolbar>
        {data && (
          <ToolbarButton
            label={shown ? "Show chart" : "Show data"}
            of={of}
            icon={shown ? CHART : ROWS}
            onClick={() => (shown ? setRead(null) : void show(data))}
          />
        )}
        <ToolbarButton
          label={`Download as ${ending.toUpperCase()}`}
          of={of}
          icon={DOWNLOAD}
          onClick={() => void save()}
        />
        <ToolbarButton label="Fullscreen" of={of} icon={EXPAND} onClick={() => setLarge(true)} />
      </Toolbar>
      {shown ? (
        <div className="st-figure-data" style={{ height: shown.height }}>
          {shown.table ? (
            <PlainData id={id} label={label} data={shown.table} canExport={props.can_export} />
          ) : (
            <p role="alert">{NO_DATA}</p>
          )}
        </div>
      ) : (
        <div ref={box} className="stImage" data-testid="stImage">
          <div className="stImageContainer" data-testid="stImageContainer">
            {picture}
          </div>
        </div>
      )}
      {isLarge && (
        <Fullscreen label={label} close={() => setLarge(false)}>
          <div className="st-figure-large">{picture}</div>
        </Fullscreen>
      )}
    </div>
  );
}

async function tableAt(address: string): Promise<PlainTable> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as PlainTable;
}
