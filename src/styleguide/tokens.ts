/** A custom property of `tokens.css`. */
export interface Token {
  /** `--ink`. */
  name: string;
  value: string;
  /** What the style sheet says of it; '' where it says nothing. */
  note: string;
}

/** The tokens of the first `:root` rule: light colours, type, space. */
export function tokensOf(css: string): Token[] {
  const root = /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';
  return [...root.matchAll(/^\s*(--[\w-]+):\s*([^;]+);(?:[ \t]*\/\*\s*(.*?)\s*\*\/)?/gm)].map(
    ([, name = '', value = '', note = '']) => ({ name, value, note }),
  );
}

/** Whether a token is a colour. */
export const isColour = ({ value }: Token): boolean => value.startsWith('#');
