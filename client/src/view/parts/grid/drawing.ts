/** How each kind of cell is drawn on the canvas. */

import {
  drawTextCell,
  measureTextCached,
  type BaseDrawArgs,
  type FullTheme,
  type Rectangle,
} from "./library";
import type { Cell } from "../../frames/cells";
import type { Align } from "../../frames/columns";
import type { Palette } from "./theme";

type Of<K extends Cell["kind"]> = Extract<Cell, { kind: K }>;
type Args = BaseDrawArgs;

const BOX = 16;
const CHIP = 22;
const GAP = 4;

/** Draw a cell. */
export function drawCell(args: Args, cell: Cell, palette: Palette, isTickable: boolean): void {
  switch (cell.kind) {
    case "text":
      return drawText(args, cell, cell.text, cell.align);
    case "link":
      return drawLink(args, cell);
    case "checkbox":
      return drawCheckbox(args, cell, palette, isTickable);
    case "bubbles":
      return drawBubbles(args, cell, palette);
    case "progress":
      return drawProgress(args, cell, palette);
    case "chart":
      return drawChart(args, cell, palette);
    case "image":
      return drawImage(args, cell);
    case "media":
      return drawMedia(args, cell, palette);
    case "button":
      return drawButton(args, cell, palette);
    case "loading":
      return drawLoading(args, palette);
  }
}

/** Return how wide a cell would be, without what is around it. */
export function measureCell(ctx: CanvasRenderingContext2D, cell: Cell, theme: FullTheme): number {
  const widthOf = (text: string) => measureTextCached(text, ctx, theme.baseFontFull).width;
  switch (cell.kind) {
    case "text":
    case "link":
    case "media":
    case "button":
      return Math.max(...cell.text.split("\n").map(widthOf)) + (cell.kind === "text" ? 0 : 24);
    case "bubbles":
      return cell.items.reduce((sum, { text }) => sum + widthOf(text) + 16 + GAP, 0);
    case "progress":
    case "chart":
      return 120;
    case "image":
      return 60;
    default:
      return BOX;
  }
}

function drawText(args: Args, cell: Cell, text: string, align: Align): void {
  const { ctx, theme, rect } = args;
  const { look, isMissing } = cell;
  const shown = text.includes("\n") && rect.height < 45 ? text.replace(/\s*\n\s*/g, " ") : text;
  ctx.fillStyle = look?.color ?? (isMissing ? theme.textLight : theme.textDark);
  const font = fontOf(cell, theme);
  if (font) ctx.font = font;
  const aligned = align === "left" ? undefined : align; // as its script is read
  const isWrapped = rect.height > 50;
  drawTextCell({ ...args, theme: dyed(theme, ctx.fillStyle) }, shown, aligned, isWrapped);
  if (look?.decoration && look.decoration !== "none")
    underline(args, shown, align, look.decoration);
  if (font) ctx.font = theme.baseFontFull;
}

/** The library sets the color of its theme before it writes. */
function dyed(theme: FullTheme, textDark: string | CanvasGradient | CanvasPattern): FullTheme {
  return textDark === theme.textDark ? theme : { ...theme, textDark: String(textDark) };
}

function fontOf({ look }: Cell, theme: FullTheme): string | null {
  if (!look?.weight && !look?.style) return null;
  return [look.style, look.weight, theme.baseFontFull].filter(Boolean).join(" ");
}

function underline({ ctx, rect, theme }: Args, text: string, align: Align, line: string): void {
  const room = rect.width - 2 * theme.cellHorizontalPadding;
  const width = Math.min(ctx.measureText(text).width, room);
  const start = rect.x + theme.cellHorizontalPadding;
  const x =
    start + (align === "right" ? room - width : align === "center" ? (room - width) / 2 : 0);
  const y = rect.y + rect.height / 2 + (line.includes("line-through") ? 0.5 : 7.5);
  ctx.fillRect(x, y, width, 1);
}

function drawLink(args: Args, cell: Of<"link">): void {
  const { theme, hoverAmount } = args;
  args.ctx.fillStyle = theme.linkColor;
  drawTextCell({ ...args, theme: { ...theme, textDark: theme.linkColor } }, cell.text, cell.align);
  if (hoverAmount > 0) underline(args, cell.text, cell.align, "underline");
}

function drawCheckbox(
  { ctx, rect, theme }: Args,
  { checked, look }: Of<"checkbox">,
  palette: Palette,
  isTickable: boolean,
): void {
  const x = Math.round(rect.x + (rect.width - BOX) / 2) + 0.5;
  const y = Math.round(rect.y + (rect.height - BOX) / 2) + 0.5;
  ctx.save();
  if (checked === null) {
    ctx.globalAlpha = 0.7;
    ctx.setLineDash([2, 2]);
  }
  ctx.beginPath();
  ctx.roundRect(x, y, BOX - 1, BOX - 1, 4);
  if (checked) {
    ctx.fillStyle = isTickable ? (look?.color ?? theme.accentColor) : theme.textMedium;
    ctx.fill();
    ctx.strokeStyle = theme.accentFg;
    ctx.lineWidth = 1.75;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    ctx.beginPath();
    ctx.moveTo(x + 4, y + 8);
    ctx.lineTo(x + 6.75, y + 10.75);
    ctx.lineTo(x + 11.25, y + 4.75);
  } else {
    ctx.strokeStyle = isTickable ? palette.control : theme.textLight;
    ctx.lineWidth = 1.25;
  }
  ctx.stroke();
  ctx.restore();
}

function drawBubbles({ ctx, rect, theme }: Args, cell: Of<"bubbles">, palette: Palette): void {
  const { x: left, y: top, width, height } = rect;
  const right = left + width - theme.cellHorizontalPadding;
  const step = CHIP + GAP;
  const lines = Math.max(1, Math.floor((height - GAP) / step));
  let x = left + theme.cellHorizontalPadding;
  let y = top + (height - (lines > 1 ? step * lines - GAP : CHIP)) / 2;
  let line = 1;
  ctx.font = theme.baseFontFull;
  for (const { text, color } of cell.items) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    const chip = measureTextCached(shown, ctx, theme.baseFontFull).width + 16;
    if (x + chip > right && line < lines) {
      line += 1;
      x = left + theme.cellHorizontalPadding;
      y += step;
    }
    if (x > right) break;
    const [fill, ink] = palette.chipOf(color);
    fillRounded(ctx, [x, y, chip, CHIP], 6, fill, palette.edge);
    ctx.fillStyle = ink;
    ctx.textBaseline = "middle";
    ctx.fillText(shown, x + 8, y + CHIP / 2 + 1);
    x += chip + GAP;
  }
}

function fillRounded(
  ctx: CanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  radius: number,
  fill: string,
  edge: string | null = null,
): void {
  const shift = edge ? 0.5 : 0; // a line of one pixel lies within it
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.roundRect(Math.round(x) + shift, Math.round(y) + shift, width, height, radius);
  ctx.fill();
  if (!edge) return;
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1;
  ctx.stroke();
}

function drawProgress({ ctx, rect, theme }: Args, cell: Of<"progress">, palette: Palette): void {
  const pad = theme.cellHorizontalPadding;
  const label = cell.text
    ? Math.max(
        measureTextCached("100%", ctx, theme.baseFontFull).width,
        measureTextCached(cell.text, ctx, theme.baseFontFull).width,
      )
    : 0;
  const room = rect.width - 2 * pad;
  const width = Math.max(room - (label ? label + pad : 0), 0);
  const y = rect.y + rect.height / 2 - 4;
  if (width > 8) {
    const color = cell.color === null ? theme.accentColor : palette.colorOf(cell.color);
    const done = Math.max(width * cell.share, cell.share > 0 ? 8 : 0);
    fillRounded(ctx, [rect.x + pad, y, width, 8], 4, palette.track, palette.edge);
    fillRounded(ctx, [rect.x + pad, y, done, 8], 4, color);
  }
  ctx.fillStyle = theme.textDark;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(cell.text, rect.x + rect.width - pad, rect.y + rect.height / 2 + 1);
  ctx.textAlign = "start";
}

function drawChart({ ctx, rect, theme }: Args, cell: Of<"chart">, palette: Palette): void {
  const { values, low, high, type } = cell;
  const pad = theme.cellHorizontalPadding;
  const inner: Rectangle = {
    x: rect.x + pad,
    y: rect.y + 6,
    width: rect.width - 2 * pad,
    height: rect.height - 12,
  };
  const range = high - low || 1;
  const yOf = (value: number) =>
    inner.y + inner.height * (1 - Math.min(Math.max((value - low) / range, 0), 1));
  const color = cell.color === null ? theme.accentColor : palette.colorOf(cell.color);
  ctx.save();
  ctx.fillStyle = ctx.strokeStyle = color;
  if (type === "bar") drawBars(ctx, inner, values, yOf, Math.min(Math.max(low, 0), high));
  else drawLine(ctx, inner, values, yOf, type === "area");
  ctx.restore();
}

type Values = readonly (number | null)[];

function drawBars(
  ctx: CanvasRenderingContext2D,
  { x, width }: Rectangle,
  values: Values,
  yOf: (value: number) => number,
  zero: number,
): void {
  const step = width / Math.max(values.length, 1);
  const bar = Math.max(step - Math.min(2, step / 3), 0.5);
  values.forEach((value, place) => {
    if (value === null) return;
    const [top, bottom] = [yOf(Math.max(value, zero)), yOf(Math.min(value, zero))];
    ctx.fillRect(x + place * step, top, bar, Math.max(bottom - top, 1));
  });
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  { x, y, width, height }: Rectangle,
  values: Values,
  yOf: (value: number) => number,
  isFilled: boolean,
): void {
  const step = width / Math.max(values.length - 1, 1);
  const line = new Path2D();
  const area = new Path2D();
  let from: number | null = null;
  let last = 0;
  values.forEach((value, place) => {
    if (value === null) {
      if (from !== null) closeArea(area, from, last, y + height);
      from = null;
      return;
    }
    last = x + place * step;
    if (from === null) {
      from = last;
      line.moveTo(last, yOf(value));
      area.moveTo(last, yOf(value));
    }
    line.lineTo(last, yOf(value));
    area.lineTo(last, yOf(value));
  });
  if (from !== null) closeArea(area, from, last, y + height);
  if (isFilled) {
    ctx.globalAlpha = 0.25;
    ctx.fill(area);
    ctx.globalAlpha = 1;
  }
  ctx.lineWidth = 1.5;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.stroke(line);
}

function closeArea(area: Path2D, from: number, to: number, floor: number): void {
  area.lineTo(to, floor);
  area.lineTo(from, floor);
  area.closePath();
}

function drawImage(args: Args, { src, align }: Of<"image">): void {
  const { ctx, rect, theme, imageLoader, col, row } = args;
  if (!src) return;
  const image = imageLoader.loadOrGetImage(src, col, row);
  if (!image || image.width === 0) return;
  const pad = theme.cellHorizontalPadding;
  const height = rect.height - 2 * theme.cellVerticalPadding;
  const scale = Math.min(height / image.height, (rect.width - 2 * pad) / image.width);
  const [w, h] = [image.width * scale, image.height * scale];
  const free = rect.width - 2 * pad - w;
  const x = rect.x + pad + (align === "right" ? free : align === "center" ? free / 2 : 0);
  const y = rect.y + (rect.height - h) / 2;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, 4);
  ctx.clip();
  ctx.drawImage(image, x, y, w, h);
  ctx.restore();
}

function drawMedia(args: Args, cell: Of<"media">, palette: Palette): void {
  const { ctx, rect, theme } = args;
  const x = rect.x + theme.cellHorizontalPadding;
  const y = rect.y + rect.height / 2;
  ctx.fillStyle = palette.secondary;
  ctx.beginPath();
  ctx.arc(x + 10, y, 10, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = theme.accentColor;
  ctx.beginPath();
  ctx.moveTo(x + 7, y - 5);
  ctx.lineTo(x + 15, y);
  ctx.lineTo(x + 7, y + 5);
  ctx.fill();
  const rest = { ...rect, x: rect.x + 22, width: rect.width - 22 };
  ctx.fillStyle = theme.textDark;
  drawTextCell({ ...args, rect: rest }, cell.text, "left");
}

function drawButton(args: Args, cell: Of<"button">, palette: Palette): void {
  const { ctx, rect, theme, hoverAmount } = args;
  const inner = { x: rect.x + 4, y: rect.y + 4, width: rect.width - 8, height: rect.height - 8 };
  const isPrimary = cell.type === "primary";
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(inner.x + 0.5, inner.y + 0.5, inner.width - 1, inner.height - 1, 6);
  if (isPrimary) {
    ctx.globalAlpha = 1 - 0.15 * hoverAmount;
    ctx.fillStyle = theme.accentColor;
    ctx.fill();
  } else if (cell.type === "secondary") {
    ctx.strokeStyle = hoverAmount > 0.5 ? theme.accentColor : palette.control;
    ctx.stroke();
  }
  ctx.restore();
  const ink = isPrimary
    ? palette.onPrimary
    : hoverAmount > 0.5
      ? theme.accentColor
      : theme.textDark;
  ctx.fillStyle = ink;
  drawTextCell({ ...args, rect: inner, theme: { ...theme, textDark: ink } }, cell.text, "center");
}

function drawLoading({ ctx, rect, theme, row, col }: Args, palette: Palette): void {
  const room = rect.width - 2 * theme.cellHorizontalPadding;
  const share = 0.35 + 0.4 * ((row * 7 + col * 3) % 5) * 0.25;
  const [x, y] = [rect.x + theme.cellHorizontalPadding, rect.y + rect.height / 2 - 5];
  fillRounded(ctx, [x, y, Math.max(room * share, 0), 10], 5, palette.track, palette.edge);
}
