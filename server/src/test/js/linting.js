/**
 * Looks a script over by its syntax tree: what it imports and exports, and what a linter would find. Names are compared
 * within the whole script, without regard to blocks: a fault may be missed, but what is found is one.
 */

import { parsers } from "/prettier/plugins/babel.mjs";

const NO_SYNTAX = new Set([
  "comments",
  "errors",
  "extra",
  "leadingComments",
  "loc",
  "range",
  "tokens",
  "trailingComments",
]);
/* What libraries on the pages bring. */
const LIBRARIES = new Set(["PF", "PrimeFaces", "htmx", "jQuery"]);
const DIALOGS = new Set(["alert", "confirm", "prompt"]);
const MARKUP = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "createContextualFragment",
  "write",
  "writeln",
]);

/** What is found in a script; `isShipped` is false for tests, which may write markup and styles. */
export function look(text, isShipped) {
  const nodes = [...walk(parsers.babel.parse(text, {}))];
  const names = namesIn(nodes);
  const findings = nodes.flatMap(({ node }) => [
    ...habits(node, names.assigned),
    ...(isShipped ? intrusions(node) : []),
  ]);
  return {
    imports: nodes.filter(({ node }) => node.type === "ImportSpecifier").map(({ node }) => nameOf(node.imported)),
    exports: names.exported,
    findings: [...findings, ...unused(nodes, names), ...unknown(names)].map(
      ([node, words]) => `${lineOf(node)}: ${words}`,
    ),
  };
}

function* walk(node, parent = null, key = "") {
  yield { node, parent, key };
  for (const [name, value] of Object.entries(node)) {
    for (const child of NO_SYNTAX.has(name) ? [] : [value].flat()) {
      if (typeof child?.type === "string") {
        yield* walk(child, node, name);
      }
    }
  }
}

/** The names that a pattern binds or assigns. */
function bound(pattern) {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => bound(property.value ?? property.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap(bound);
    case "AssignmentPattern":
      return bound(pattern.left);
    case "RestElement":
      return bound(pattern.argument);
    default:
      return [];
  }
}

function namesIn(nodes) {
  const [parameters, declared, assigned, exported] = [[], [], [], []];
  for (const { node } of nodes) {
    if (node.params) {
      parameters.push(...node.params.flatMap(bound));
    }
    if (node.type === "CatchClause") {
      parameters.push(...bound(node.param));
    }
    if (node.type === "VariableDeclarator") {
      declared.push(...bound(node.id));
    }
    if (/^(Function|Class)Declaration$|^Import\w*Specifier$/.test(node.type)) {
      declared.push(...bound(node.local ?? node.id));
    }
    if (/^(Function|Class)Expression$/.test(node.type)) {
      parameters.push(...bound(node.id));
    }
    if (node.type === "AssignmentExpression" || /^For(In|Of)Statement$/.test(node.type)) {
      assigned.push(...bound(node.left));
    }
    if (node.type === "UpdateExpression") {
      assigned.push(...bound(node.argument));
    }
    if (node.type === "ExportNamedDeclaration" && node.declaration) {
      const { declarations, id } = node.declaration;
      exported.push(...(declarations?.flatMap((declarator) => bound(declarator.id)) ?? [id]));
    }
  }
  const bindings = new Set([...parameters, ...declared]);
  const references = nodes.filter((found) => isReference(found, bindings)).map(({ node }) => node);
  return {
    declared,
    references,
    known: new Set([...bindings].map(nameOf)),
    assigned: new Set(assigned.map(nameOf)),
    exported: exported.map(nameOf),
  };
}

function isReference({ node, parent, key }, bindings) {
  const isLabel = !parent?.computed && (key === "key" || key === "property");
  const isElsewhere = key === "imported" || parent?.type === "MetaProperty" || parent?.type === "PrivateName";
  return node.type === "Identifier" && !bindings.has(node) && !isLabel && !isElsewhere;
}

function* habits(node, assigned) {
  if (node.type === "VariableDeclaration" && node.kind === "var") {
    yield [node, "var, where const or let serves"];
  }
  if (node.type === "VariableDeclaration" && node.kind === "let") {
    const ids = node.declarations.flatMap(({ id }) => bound(id));
    if (!ids.some((id) => assigned.has(id.name)) && node.declarations.every(({ init }) => init)) {
      yield [node, `let ${ids.map(nameOf).join(", ")}, which is never assigned again: const`];
    }
  }
  if (node.type === "BinaryExpression" && /^[!=]=$/.test(node.operator) && node.right.type !== "NullLiteral") {
    yield [node, `${node.operator}, which converts: ${node.operator}=`];
  }
  if (node.type === "DebuggerStatement") {
    yield [node, "debugger"];
  }
  const isLog = node.type === "MemberExpression" && node.object.name === "console";
  if (isLog && !/^(warn|error)$/.test(node.property.name)) {
    yield [node, `console.${node.property.name}, where warn or error serves`];
  }
}

/** What the pages' content policy forbids, and what takes the page from its visitor. */
function* intrusions(node) {
  const property = node.type === "MemberExpression" && !node.computed ? node.property.name : "";
  if (MARKUP.has(property)) {
    yield [node, `${property}: texts are set, markup comes from the server`];
  }
  const isSetter = node.type === "CallExpression" && node.callee.property?.name === "setAttribute";
  if (property === "cssText" || (isSetter && node.arguments[0].value === "style")) {
    yield [node, "a style as text, which the content policy forbids: a class or a property"];
  }
  const called = /^(Call|New)Expression$/.test(node.type) ? node.callee.name : "";
  if (called === "eval" || called === "Function") {
    yield [node, `${called}, which the content policy forbids`];
  }
  if (DIALOGS.has(called)) {
    yield [node, `${called}, which halts the page`];
  }
}

function unused(nodes, { declared, references, exported }) {
  const used = new Set([...references.map(nameOf), ...exported]);
  const members = nodes.map(({ node }) => node).filter(({ type }) => type === "PrivateName");
  const isAlone = ({ id }) => members.filter((other) => other.id.name === id.name).length === 1;
  return [
    ...declared.filter((id) => !used.has(id.name)).map((id) => [id, `${id.name} is not used`]),
    ...members.filter(isAlone).map((member) => [member, `#${member.id.name} is not used`]),
  ];
}

function unknown({ references, known }) {
  return references
    .filter(({ name }) => !known.has(name) && !LIBRARIES.has(name) && !(name in globalThis))
    .map((id) => [id, `${id.name} is not declared`]);
}

const nameOf = (node) => node.name ?? node.value;
const lineOf = (node) => node.loc.start.line;
