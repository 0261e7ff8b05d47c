import { readdirSync, readFileSync } from "node:fs";

import { defineConfig, mergeConfig } from "vitest/config";

import build from "./vite.config.ts";

// Generous, for machines that do other things at the same time.
const PAGE = { testTimeout: 20_000, environment: "jsdom", setupFiles: ["test/setup.ts"] };

/** What a file has if it needs modules that no other file has loaded. */
const ALONE = /vi\.(mock|doMock|resetModules)\b|^\/\/ Alone: /m;

const pageTests = ["src/view", "src/widgets"].flatMap((folder) =>
  readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);
const alone = pageTests.filter((path) => ALONE.test(readFileSync(path, "utf8")));

// Apart from the build, which does without what only tests need.
export default mergeConfig(
  build,
  defineConfig({
    test: {
      // Nothing else is done meanwhile: `make test` has one list of tests after the other.
      maxWorkers: "100%",
      coverage: {
        provider: "v8",
        include: ["src/**/*.{ts,tsx}"],
        exclude: ["**/*.gen.ts"],
        reporter: ["json-summary"],
        reportsDirectory: "node_modules/.cache/coverage",
      },
      projects: [
        {
          extends: true,
          test: { name: "core", environment: "node", include: ["src/{core,lib}/**/*.test.ts"] },
        },
        // A world and all modules for each file would take twice the time.
        {
          extends: true,
          test: {
            ...PAGE,
            name: "page",
            isolate: false,
            include: pageTests.filter((path) => !alone.includes(path)),
          },
        },
        { extends: true, test: { ...PAGE, name: "page, alone", include: alone } },
      ],
    },
  }),
);
