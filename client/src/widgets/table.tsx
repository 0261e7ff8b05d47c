/** Table: rows and columns, shown as they are. */

import "./table.css";

import { memo, type ThHTMLAttributes, useId, useLayoutEffect, useRef } from "react";

import type { Table, TableColumn } from "../core/wire.gen";
import { define } from "../view/define";
import { InlineMarkdown } from "../view/parts/markdown";
import { Sheet } from "../view/parts/markdown/foreign";
import { isPlain } from "../view/parts/markdown/lex";

export default define<Table>(({ props }) => {
  const { columns, rows, border, height, hide_header, alt, caption, rules, rest } = props;
  const name = `st-table-${useId().replace(/[^\w-]/g, "")}`;
  const depth = Math.max(1, ...columns.map((column) => column.names.length));
  const isStyled = rules.length > 0;
  return (
    <div
      className="stTable"
      data-testid="stTable"
      data-border={`${border}`}
      data-width={typeof props.width === "number" ? "fixed" : props.width}
      data-height={typeof height === "number" ? "fixed" : height}
      style={typeof height === "number" ? { maxHeight: height } : undefined}
      // What scrolls can be scrolled by the keyboard.
      tabIndex={typeof height === "number" ? 0 : undefined}
    >
      {isStyled && (
        <Sheet
          source={rules.map(({ selector, css }) => `.${name} ${selector} {${css}}`).join("\n")}
        />
      )}
      <table data-testid="stTableStyledTable" className={name} aria-label={alt ?? undefined}>
        {caption && <caption>{caption}</caption>}
        {!hide_header && columns.length > 0 && (
          <thead>
            {Array.from({ length: depth }, (_, level) => (
              <Headers key={level} level={level} depth={depth} props={props} isStyled={isStyled} />
            ))}
          </thead>
        )}
        <tbody>
          {rows === 0 || columns.length === 0 ? (
            <tr>
              <td className="st-table-empty" colSpan={columns.length || 1}>
                empty
              </td>
            </tr>
          ) : (
            Array.from({ length: rows }, (_, row) => (
              <Row key={row} row={row} columns={columns} css={props.css} isStyled={isStyled} />
            ))
          )}
        </tbody>
      </table>
      {rest !== 0 && (
        <div className="st-table-rest">
          {rest > 0 ? `${rest.toLocaleString()} more rows` : "There are more rows"}
        </div>
      )}
    </div>
  );
});

interface HeadersProps {
  level: number;
  depth: number;
  props: Table;
  isStyled: boolean;
}

/** Draw the headers of one level; neighbours with the same one share it. */
function Headers({ level, depth, props: { columns, css }, isStyled }: HeadersProps) {
  const isLast = level === depth - 1;
  const cells: { column: TableColumn; count: number }[] = [];
  for (const [place, column] of columns.entries()) {
    const before = columns[place - 1];
    const isShared = !isLast && before && !column.is_index && sharesName(before, column, level);
    if (isShared) cells.at(-1)!.count += 1;
    else cells.push({ column, count: 1 });
  }
  return (
    <tr>
      {cells.map(({ column, count }, place) => {
        const text = column.names[level - depth + column.names.length] ?? "";
        const classes = `${column.is_index ? "index_name" : "col_heading"} level${level}`;
        const given = {
          className: isStyled ? `${classes} col${column.number}` : undefined,
          "data-right": isNumber(column) || undefined,
        };
        const style = isLast ? css[(column.name_style ?? 0) - 1] : undefined;
        if (!text) return <Styled key={place} as="td" css={style} {...given} />;
        return (
          <Styled
            key={place}
            as="th"
            css={style}
            scope={count > 1 ? "colgroup" : "col"}
            colSpan={count > 1 ? count : undefined}
            {...given}
          >
            {isPlain(text) ? text : <InlineMarkdown source={text} />}
          </Styled>
        );
      })}
    </tr>
  );
}

function sharesName(one: TableColumn, other: TableColumn, level: number): boolean {
  if (one.is_index || one.names.length !== other.names.length) return false;
  return one.names.slice(0, level + 1).every((name, place) => name === other.names[place]);
}

interface RowProps {
  row: number;
  columns: readonly TableColumn[];
  css: readonly string[];
  isStyled: boolean;
}

const Row = memo(function Row({ row, columns, css, isStyled }: RowProps) {
  return (
    <tr>
      {columns.map((column, place) => {
        const text = written(column.cells[row] ?? "", column.kind);
        const isText = (column.kind ?? "text") === "text";
        const classes = column.is_index
          ? `row_heading level${place} row${row}`
          : `data row${row} col${column.number}`;
        return (
          <Styled
            key={place}
            as={column.is_index ? "th" : "td"}
            scope={column.is_index ? "row" : undefined}
            css={css[(column.styles?.[row] ?? 0) - 1]}
            className={isStyled ? classes : undefined}
            data-right={isNumber(column) || undefined}
          >
            {!isText || isPlain(text) ? text : <InlineMarkdown source={text} />}
          </Styled>
        );
      })}
    </tr>
  );
});

const decimals = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 4,
  maximumFractionDigits: 4,
});
/** Numbers below it would be shown as zero. */
const SMALL = 5e-5;

function isNumber({ kind }: TableColumn): boolean {
  return kind === "integer" || kind === "number";
}

/** Write a cell: numbers that may have a fraction with four digits of it, in the person's way. */
function written(cell: NonNullable<TableColumn["cells"][number]>, kind: TableColumn["kind"]) {
  if (typeof cell !== "number" || kind !== "number") return `${cell}`;
  return cell !== 0 && Math.abs(cell) < SMALL ? cell.toExponential(4) : decimals.format(cell);
}

interface StyledProps extends ThHTMLAttributes<HTMLTableCellElement> {
  as: "td" | "th";
  css: string | undefined;
}

/** Draw a cell with properties in the words of CSS, which the page's policy forbids in HTML. */
function Styled({ as: Name, css, ...rest }: StyledProps) {
  const cell = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    if (css === undefined || !cell.current) return;
    const { style } = cell.current;
    style.cssText = css;
    if (!style.color) style.color = readableOn(getComputedStyle(cell.current).backgroundColor);
    return () => void (style.cssText = "");
  }, [css]);
  return <Name ref={cell} {...rest} />;
}

/** Return a colour that can be read on another; "" on one that is as good as clear. */
function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith("rgb") || alpha < 0.5) return "";
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "#1c2430" : "#ffffff";
}
