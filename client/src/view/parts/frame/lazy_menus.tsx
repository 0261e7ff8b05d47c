/** What opens at a press: loaded when it is first opened. */

import type { ComponentProps, FC } from "react";

import { lazily } from "../../lazily";
import type * as list from "./column_list";
import type * as menu from "./column_menu";

export const ColumnMenu: FC<ComponentProps<typeof menu.ColumnMenu>> = lazily<
  ComponentProps<typeof menu.ColumnMenu>
>(() => import("./column_menu").then((module) => module.ColumnMenu));

export const ColumnList: FC<ComponentProps<typeof list.ColumnList>> = lazily<
  ComponentProps<typeof list.ColumnList>
>(() => import("./column_list").then((module) => module.ColumnList));
