/** Words with which people begin what is to be done, so that `@Ana Send the plan` is Ana's, not Ana Send's. */
export const DOING: ReadonlySet<string> = new Set(
  `
  add address adjust agree align analyse analyze announce answer approve arrange ask assess assign attend automate
  book brief bring build buy call cancel catch change chase check choose clarify clean close collect come compare
  complete confirm connect consider contact continue convert coordinate copy correct create cut decide define delete
  deliver deploy describe design develop discuss distribute do document double-check download draft edit email e-mail
  enable ensure escalate estimate evaluate explain explore export extend file fill finalise finalize find finish fix
  follow follow-up forward gather get give go handle help hire hold identify implement import include inform install
  introduce investigate invite invoice issue join keep launch learn list load look mail make map measure meet merge
  message migrate model monitor move negotiate notify obtain offer onboard open order organise organize outline pay
  phone ping plan post prepare present price print prioritise prioritize process produce propose provide publish pull
  purchase push put quote raise reach read rebuild recheck record register reject release remind remove renew reply
  report request research reschedule resend resolve respond restart return review revise revisit ring roll run save
  schedule search secure see select sell send set setup share ship show sign simplify solve sort speak start stop
  submit summarise summarize suggest support switch sync take talk tell test think track train transfer translate try
  turn update upgrade upload use validate verify visit wait work write
  `
    .trim()
    .split(/\s+/),
);
