import Answer from './Answer.astro';
import Boilerplate from './Boilerplate.astro';
import Evidence from './Evidence.astro';
import Label from './Label.astro';
import Picture from './Picture.astro';
import Preamble from './Preamble.astro';
import Question from './Question.astro';
import Redacted from './Redacted.astro';
import SectionHead from './SectionHead.astro';
import SiteNews from './SiteNews.astro';
import Term from './Term.astro';
import Training from './Training.astro';
import Webinar from './Webinar.astro';

/** What the component names in a CR's MDX stand for on its page. */
export const components = {
  Answer,
  Boilerplate,
  Evidence,
  Label,
  Picture,
  Preamble,
  Question,
  Redacted,
  SectionHead,
  SiteNews,
  Term,
  Training,
  Webinar,
};
