/** Toolbar icons: what the toolbars of tables, charts and diagrams have in common. */

export const DOWNLOAD = "M12 3v13M6 11l6 6 6-6M4 21h16";
export const ROWS = "M3 5h18v14H3zM3 10h18M3 14.500h18M9 10v9";
export const CHART = "M4 4v16h16M8 15l4-5 3 3 5-6";
export const CROSS = "M6 6l12 12M18 6L6 18";
