import { defineConfig, mergeConfig } from "vitest/config";

import build from "./vite.config.ts";

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
        {
          extends: true,
          test: {
            name: "page",
            // Generous, for machines that do other things at the same time.
            testTimeout: 20_000,
            environment: "jsdom",
            include: ["src/{view,widgets}/**/*.test.{ts,tsx}"],
            setupFiles: ["test/setup.ts"],
          },
        },
      ],
    },
  }),
);
