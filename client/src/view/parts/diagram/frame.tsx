/** Diagram frame: the box of what is drawn in lines, with a toolbar, its data, and room to zoom. */

import "./diagram.css";

import { useState, type ReactNode, type RefObject } from "react";

import { PlainData } from "../chart/lazy_data";
import type { PlainTable } from "../chart/plain_table";
import { CopyButton } from "../copy";
import { EXPAND } from "../fullscreen";
import { lazily } from "../../lazily";
import { Scrollable } from "../scrollable";
import { Toolbar } from "../toolbar";
import { ToolbarButton } from "../toolbar_button";
import { CHART, DOWNLOAD, ROWS } from "../toolbar_icons";
import { Picture, type Shape } from "./picture";

const LINES = "M4 4h16v16H4zM8 15l3-4 2 2 3-5";

const Zoom = lazily(async () => (await import("./zoom")).Zoom);

interface DiagramFrameProps {
  id?: string;
  box: RefObject<HTMLDivElement | null>;
  /** The class and the test id that users know: "stMermaidChart". */
  name: string;
  drawing: Shape | null;
  /** What a screen reader calls the drawing. */
  label: string;
  /** What it adds to the names of buttons. */
  of?: string;
  /** The text that it is drawn from. */
  source: string;
  /** What its files are called, without an ending. */
  file: string;
  /** What is wrong with the text, in place of the drawing. */
  problem?: ReactNode;
  /** What is to be read in it, as a table; a drawing without is a picture and nothing else. */
  data?: PlainTable | null;
  /** Whether its data, and the text that has them, may be taken away. */
  canExport?: boolean;
  /** How high its box is, if not as high as the drawing. */
  height?: string | number;
  /** What is shown until there is a drawing. */
  children: ReactNode;
}

/** Draw it. */
export function DiagramFrame({
  id = "",
  box,
  name,
  drawing,
  label,
  of,
  source,
  file,
  problem,
  data = null,
  canExport = true,
  height = "content",
  children,
}: DiagramFrameProps) {
  const [isLarge, setLarge] = useState(false);
  const [showsData, setShowsData] = useState(false);
  const pictureLabel = data ? null : label;
  const save = async (shape: Shape, as: "saveAsPng" | "saveAsSvg") =>
    (await import("./files"))[as](shape, box.current!, file);
  const Box = data ? "figure" : "div";
  return (
    <div
      ref={box}
      className="stFullScreenFrame st-diagram st-with-toolbar"
      data-testid="stFullScreenFrame"
    >
      {drawing && !problem && (
        <Toolbar>
          {data && (
            <>
              <ToolbarButton
                label={showsData ? "Show chart" : "Show data"}
                of={of}
                icon={showsData ? CHART : ROWS}
                onClick={() => setShowsData(!showsData)}
              />
              <ToolbarButton
                label="Download as SVG"
                of={of}
                icon={LINES}
                onClick={() => void save(drawing, "saveAsSvg")}
              />
            </>
          )}
          <ToolbarButton
            label="Download as PNG"
            of={of}
            icon={DOWNLOAD}
            onClick={() => void save(drawing, "saveAsPng")}
          />
          {canExport && <CopyButton text={source} of={of} />}
          <ToolbarButton label="Fullscreen" of={of} icon={EXPAND} onClick={() => setLarge(true)} />
        </Toolbar>
      )}
      <Box
        className={name}
        data-testid={name}
        aria-label={data ? label : undefined}
        style={typeof height === "number" ? { height } : undefined}
      >
        {problem ? (
          problem
        ) : !drawing ? (
          children
        ) : showsData && data ? (
          <PlainData id={id} label={label} data={data} canExport={canExport} />
        ) : (
          <Scrollable
            className={`st-diagram-scroll${typeof height === "number" ? " st-diagram-fixed" : ""}`}
            label="Diagram"
          >
            <Picture className="st-diagram-picture" drawing={drawing} label={pictureLabel} />
          </Scrollable>
        )}
      </Box>
      {drawing && isLarge && (
        <Zoom
          label={label}
          drawing={drawing}
          pictureLabel={pictureLabel}
          close={() => setLarge(false)}
        />
      )}
    </div>
  );
}
