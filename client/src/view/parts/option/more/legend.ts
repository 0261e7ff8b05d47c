/** Legends and titles. */

import { LegendComponent, TitleComponent } from "echarts/components";
import { use as add } from "echarts/core";

add([LegendComponent, TitleComponent]);
