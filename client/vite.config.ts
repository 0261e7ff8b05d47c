import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the app may be mounted at any path.
  base: "./",
  build: {
    outDir: "../src/ostinato/static",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // The entry takes all it imports statically along: one file, one style sheet.
            { name: "page", test: /src[\\/]main\.tsx$/ },
          ],
        },
      },
      onLog(level, log, handle) {
        // Libraries mark modules for server components, which mean nothing here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "core", environment: "node", include: ["src/core/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "page",
          environment: "jsdom",
          include: ["src/{view,widgets}/**/*.test.tsx"],
          setupFiles: ["test/setup.ts"],
        },
      },
    ],
  },
});
