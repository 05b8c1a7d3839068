"""Where and as what something was done, told with the deed or by itself.

- `introductions` sets where and when before a clause, in each way there is; `places` names role and
  employer as a sentence does, `roles` tells a role by itself;
- `fronting` moves a time from a deed's end to its beginning, `employers` knows the sentences that
  only describe the employer.
"""
