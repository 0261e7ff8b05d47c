/** Arrow: tables as components know them. It has a file of its own: few components show tables. */

export { tableFromIPC } from "apache-arrow";
