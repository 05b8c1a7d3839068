"""Where and as what something was done, told with the deed or by itself.

- `introductions` sets where and when before a clause, in each way there is; `places` names role and
  employer as they stand in a sentence, `roles` tells a role by itself;
- `fronting` tells what stands at a deed's end before it, `employers` knows the sentences that only
  describe the employer.
"""
