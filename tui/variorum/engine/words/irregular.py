"""English verbs whose past is no word plus -ed, so that "won" and "wins" have one stem."""

from __future__ import annotations

_VERBS = """
arise arose arisen | beat beaten | become became | begin began begun | bend bent | bite bit bitten | blow blew blown |
break broke broken | bring brought | build built | burn burnt | buy bought | catch caught | choose chose chosen |
come came | deal dealt | dig dug | draw drew drawn | drink drank drunk | drive drove driven | eat ate eaten |
fall fell fallen | feed fed | fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden |
forget forgot forgotten | forgive forgave forgiven | freeze froze frozen | give gave given | go went gone |
grow grew grown | hang hung | hear heard | hide hid hidden | hold held | keep kept | know knew known | lay laid |
lead led | leave left | lend lent | lose lost | make made | mean meant | meet met | pay paid | ride rode ridden |
ring rang rung | rise rose risen | run ran | seek sought | sell sold | send sent | shake shook shaken | shoot shot |
show shown | shrink shrank shrunk | shut | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid |
speak spoke spoken | spend spent | stand stood | steal stole stolen | stick stuck | strike struck stricken |
sweep swept | swim swam swum | swing swung | take took taken | teach taught | tear torn | tell told |
think thought | throw threw thrown | wear wore worn | weep wept | win won | withdraw withdrew withdrawn |
write wrote written | understand understood | undergo underwent undergone | overthrow overthrew overthrown
"""

IRREGULAR = {form: base for base, *forms in (row.split() for row in _VERBS.split("|")) for form in forms}
"""A past form to its base. "Saw", "bore" and the like are left out: they are other words as well."""
