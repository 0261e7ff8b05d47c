/** Series that stand on axes, of all other kinds, and their axes. */

import {
  BoxplotChart,
  CandlestickChart,
  EffectScatterChart,
  HeatmapChart,
  LinesChart,
  ParallelChart,
  PictorialBarChart,
  ThemeRiverChart,
} from "echarts/charts";
import {
  CalendarComponent,
  MatrixComponent,
  ParallelComponent,
  SingleAxisComponent,
} from "echarts/components";
import { use as add } from "echarts/core";

add([
  BoxplotChart,
  CalendarComponent,
  CandlestickChart,
  EffectScatterChart,
  HeatmapChart,
  LinesChart,
  MatrixComponent,
  ParallelChart,
  ParallelComponent,
  PictorialBarChart,
  SingleAxisComponent,
  ThemeRiverChart,
]);
