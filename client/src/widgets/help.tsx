/** Help: what an object is, from its signature and docstring. */

import "./help.css";

import type { Help, Member } from "../core/wire.gen";
import { define } from "../view/define";
import { Scrollable } from "../view/parts/scrollable";

export default define<Help>(({ props }) => {
  const { name, type, value, doc, members } = props;
  return (
    <div className="stHelp" data-testid="stHelp">
      <div className="st-help-head">
        {name && <strong data-testid="stHelpName">{name}</strong>}{" "}
        <span className="st-help-type" data-testid="stHelpType">
          {type}
        </span>{" "}
        {value && <span data-testid="stHelpValue">{value}</span>}
      </div>
      <Scrollable className="st-help-doc" testId="stHelpDoc" label="Documentation">
        <div>{doc ?? <span className="st-help-type">No docs available</span>}</div>
      </Scrollable>
      {members.length > 0 && <Members members={members} />}
    </div>
  );
});

function Members({ members }: { members: Member[] }) {
  return (
    <Scrollable className="st-help-members" label="Members">
      <table data-testid="stHelpMembersTable">
        <tbody>
          {members.map(({ name, type, doc }) => (
            <tr key={name} data-testid="stHelpMember">
              <th scope="row">
                <span data-testid="stHelpMemberDocName">{name}</span>{" "}
                <span className="st-help-type" data-testid="stHelpMemberDocType">
                  {type}
                </span>
              </th>
              <td>{doc && <span data-testid="stHelpMemberDocString">{doc}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
