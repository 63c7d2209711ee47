export type IconName = 'search' | 'menu' | 'sign-out' | 'chevron' | 'arrow' | 'calendar';

/** Path of each icon on a square of 24, to be stroked. */
const shapes: Record<IconName, string> = {
  search: 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5.5 5.5',
  menu: 'M4 7h16M4 12h16M4 17h10',
  'sign-out': 'M14 4.5H5v15h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  chevron: 'm9 5.5 6.5 6.5L9 18.5',
  calendar: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4',
  arrow: 'M4 12h15M13.5 6.5 19 12l-5.5 5.5',
};

/** Every icon. */
export const iconNames = Object.keys(shapes) as IconName[];

/** The path data of an icon. */
export function iconPath(name: IconName): string {
  return shapes[name];
}
