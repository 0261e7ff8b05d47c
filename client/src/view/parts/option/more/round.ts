/** Parts of a whole, and values on a dial. */

import { FunnelChart, GaugeChart, PieChart, RadarChart } from "echarts/charts";
import { PolarComponent } from "echarts/components";
import { use as add } from "echarts/core";
import { LabelLayout } from "echarts/features";

add([FunnelChart, GaugeChart, LabelLayout, PieChart, PolarComponent, RadarChart]);
