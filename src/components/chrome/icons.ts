export type IconName =
  'search' | 'menu' | 'sign-out' | 'chevron' | 'arrow' | 'link' | 'print' | 'download' | 'calendar';

/** Path of each icon on a square of 24, to be stroked. */
const shapes: Record<IconName, string> = {
  search: 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5.5 5.5',
  menu: 'M4 7h16M4 12h16M4 17h10',
  'sign-out': 'M14 4.5H5v15h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  chevron: 'm9 5.5 6.5 6.5L9 18.5',
  link: 'M10 14a4 4 0 0 0 5.8.3l3-3a4.1 4.1 0 0 0-5.8-5.8l-1.3 1.3M14 10a4 4 0 0 0-5.8-.3l-3 3a4.1 4.1 0 0 0 5.8 5.8l1.3-1.3',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8',
  arrow: 'M4 12h15M13.5 6.5 19 12l-5.5 5.5',
};

/** Every icon. */
export const iconNames = Object.keys(shapes) as IconName[];

/** The path data of an icon. */
export function iconPath(name: IconName): string {
  return shapes[name];
}
