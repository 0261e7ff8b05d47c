import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const forbid = (group, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ group, message }] }],
});

export default tseslint.config(
  { ignores: ["node_modules", "**/*.gen.ts"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "@typescript-eslint/consistent-type-imports": "error",
      "no-eval": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "build React elements instead of HTML text" },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "build React elements instead of HTML text",
        },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: forbid(["**/view/**", "**/widgets/**", "react", "react-dom"], "core knows no view"),
  },
  {
    files: ["src/lib/**/*.ts"],
    rules: forbid(["../*", "react", "react-dom"], "lib knows nothing but itself"),
  },
  {
    files: ["src/view/**/*.{ts,tsx}"],
    ignores: ["**/*.test.tsx"],
    rules: forbid(["**/widgets/*"], "view finds widgets by kind, through view/registry"),
  },
  {
    files: ["src/widgets/*.{ts,tsx}"],
    ignores: ["**/*.test.tsx"],
    rules: forbid(["./*", "!./*.css"], "widgets do not import each other: share under view/parts"),
  },
);
