"""A sentence has its doer and a verb of its own, and tells nobody what to do."""

import pytest

from lapel.letter.faults import why_not

BROKEN = (
    "Tell us the truth with a chart.",
    "Of the old wood stays in.",
    "Rural.",
    "Many left.",
    "I learn.",
    "I would bring that experience to your yours.",
    "I founded by families tired of strangers.",
    "I bring 10 years of tied up astern.",
    "You send me a triangle would be very welcome.",
    "Wife is from Madison, so gladly.",
    "Bike shop taught me patience.",
    "Clearance check is fine.",
    "Bad it was before.",
    "Recruiting: the school, five passed, I know who graduates next.",
    "Your honesty about machine captions, most aren't.",
    "You don't ask but half the county.",
    "A third lost in 1st year.",
    "Half sold in a week.",
    "Food cost, 36 to 29.5, and how (bins!), plus no turnover.",
    "Your Sunday opening to my years at the desk and.",
    "I would mean to me.",
    "I have no degree / diploma from Reaseheath 2010.",
    "I can drive, own car, not weekends in April (calving).",
    "Although I haven't shipped web components.",
    "Because my brother is blind.",
    "While I have not worked in government.",
    "As a printmaker.",
    "Your aim is less sedation, it was the doctor's decision.",
    "If needed.",
    "Although new to government, eager to learn.",
    "It, point to gloves and standing up.",
    "You want three years.",
    "I am a not Willow owner.",
    "I did the course, willing.",
    "That is all I did for six years, MI.",
    "Margin went up (12 to 19), how.",
    '"We mean it" → that line made me apply.',
    'You "hire people who can say no.',
    'An "a driver in sandals may be our best hire".',
    "I am honest about never having led one.",
    "I have never had the title of lead, point to the three juniors I have mentored.",
    "What I would not do again is and why.",
    "My evening course I have is booked.",
    "I admire the nursery and about the decision to let the meadow grow.",
    "The lease ends in May, so I can start in June at the at the earliest.",
    "Barn fire 1994, adjuster came before the fire truck left (I was 8).",
)
WHOLE = (
    "Of 340 windows, 300 kept their glass.",
    "Although my degree is in printmaking, I have shipped software since 2018.",
    "When I joined Mapletree, nobody owned accessibility.",
    "When the office closed, my team kept working.",
    "As a patient I know how forms feel.",
    "Since I live in Denver, I can visit agencies in person.",
    "Thank you for your time.",
    "Please call me any time after 3.",
    "Weekends are fine with me.",
    "Second shift is fine with me.",
    "I have led tours, planned routes and asked the guests.",
    "Letters people understand save everyone time.",
    "Anesthesia is what I want to do all day (900 cases).",
    "Sterile biologics is the closest thing.",
    "Small creameries need exactly that.",
    "My dentist uses you.",
    "I stopped by the shop on my way home.",
    "I learned by doing.",
    "Now I know who does, and I want to be her.",
    "Every July it tasted of geraniums.",
    "My daughter learned to read Portuguese with it, from her grandmother's phone.",
    "Your new career wing, which opens in the fall, caught my attention.",
    "My wife is from Madison, so I would gladly relocate.",
    "Farm lines are new to me but the farm isn't.",
    "I have managed two people, not ten.",
    "We hold the permit.",
    "A third of the calls were lost.",
    "Most stayed for years.",
    "Two thirds came back.",
    "I worked with SAP / Oracle for years.",
    "I trained in Ann Arbor, MI.",
    'You "hire people who can say no."',
    "I can lift 70 lb, and I am willing.",
    "I'm moving from production to teaching: back trouble, and I like the questions better.",
)


@pytest.mark.parametrize("text", BROKEN)
def test_what_was_not_understood_does_not_stand(text: str) -> None:
    """Labels, orders to the reader, halves of sentences, deeds of others told as one's own."""
    assert why_not(text)


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_sentence_stands(text: str) -> None:
    """A subject and its verb, whoever the subject is."""
    assert why_not(text) == ""
