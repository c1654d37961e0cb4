import { Extension, markInputRule, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";

/** Markdown as a Chinese keyboard gives it: full-width signs, and `1、` or `1。` for a number. A blank follows. */
export const ChineseRules = Extension.create({
  name: "chineseRules",
  addInputRules() {
    const { nodes, marks } = this.editor.schema;
    const heading = (level: 2 | 3) =>
      textblockTypeInputRule({
        // Half- and full-width signs mixed; the kit knows the plain ones.
        find: new RegExp(`^(?=.*＃)[#＃]{${level}}\\s$`),
        type: nodes.heading!,
        getAttributes: { level },
      });
    return [
      heading(2),
      heading(3),
      wrappingInputRule({ find: /^[》＞]\s$/, type: nodes.blockquote! }),
      wrappingInputRule({ find: /^[－＊·•]\s$/, type: nodes.bulletList! }),
      wrappingInputRule({ find: /^(?:[1１][、。．]|１\.)\s$/, type: nodes.orderedList! }),
      textblockTypeInputRule({ find: /^(?:···|｀｀｀)\s$/, type: nodes.codeBlock! }),
      nodeInputRule({ find: /^(?:－－－|————)$/, type: nodes.horizontalRule! }),
      // The kit wants a blank before; Chinese has none.
      markInputRule({ find: /(?<![*＊\w])[*＊]{2}(?!\s)([^*＊]+)[*＊]{2}$/, type: marks.bold! }),
      markInputRule({ find: /(?<![*＊\w])[*＊](?![\s*＊])([^*＊]+)[*＊]$/, type: marks.italic! }),
      markInputRule({ find: /(?<![`｀\w])[`｀]([^`｀]+)[`｀]$/, type: marks.code! }),
    ];
  },
});
