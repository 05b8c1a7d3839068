"""What answers a letter point (`point`): `evidence` finds deeds of the profile, `abilities` and
`credentials` say what no bullet tells; `company_side` tells the personal connection and what the
posting asks for, `company_facts` what the notes on the company say of it.
"""
